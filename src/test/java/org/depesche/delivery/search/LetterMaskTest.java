package org.depesche.delivery.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.language.WordTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterMaskTest {

    private static final WordAnalyzers LANGUAGES = WordAnalyzers.withBundledDictionary();

    @ParameterizedTest
    @CsvSource({ "de,Häuser Haeuser Haus", "de,Müller Mueller Muller MÜLLER", "de,Straße Strasse STRASSEN",
            "de,Verwaltungscloud Digitalministerkonferenz E-Government eGovernment", "de,Lehrer:innen Lehrerinnen Lehrer*in",
            "de,KI OZG G7 2026 B2B", "en,fly flies flying dying skies early ugly gently", "en,naïve cafés co-operation",
            "de,Œuvre Ærø São Čapek ﬁnden", "ru,Москва Москвы", "ja,東京タワー", "de,a Ö ß" })
    void theMaskMatchesEveryFormOfAWord(String language, String text) {
        for (var word : WordTokenizer.tokenize(text)) {
            var forms = LANGUAGES.analyze(language, word);
            Stream.of(forms.exact(), forms.stems(), forms.parts()).flatMap(List::stream)
                    .forEach(form -> assertThat(mayMatch(new LetterMask(List.of("zzzzzz", form)), word.text()))
                            .as("%s by %s", word.text(), form).isTrue());
        }
    }

    @Test
    void theMaskRulesOutMostOtherWords() {
        var storm = new LetterMask(List.of("sturmflut", "deich"));

        assertThat(Stream.of("Haushalt", "Rat", "und", "Fußballverein").filter(word -> mayMatch(storm, word)))
                .containsExactly("Fußballverein");
        assertThat(mayMatch(storm, "Fremdschutz")).as("all letters, in another order").isFalse();
        assertThat(mayMatch(storm, "Deiche")).isTrue();
    }

    /** The letters before and after the word count for nothing. */
    private static boolean mayMatch(LetterMask mask, String word) {
        return mask.mayMatch("+" + word + "zzzzzz", 1, 1 + word.length());
    }
}
