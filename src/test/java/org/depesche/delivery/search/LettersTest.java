package org.depesche.delivery.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.language.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LettersTest {

    private static final Languages LANGUAGES = Languages.shipped();

    @ParameterizedTest
    @CsvSource({ "de,Häuser Haeuser Haus", "de,Müller Mueller Muller MÜLLER", "de,Straße Strasse STRASSEN",
            "de,Verwaltungscloud Digitalministerkonferenz E-Government eGovernment", "de,Lehrer:innen Lehrerinnen Lehrer*in",
            "de,KI OZG G7 2026 B2B", "en,fly flies flying dying skies early ugly gently", "en,naïve cafés co-operation",
            "de,Œuvre Ærø São Čapek ﬁnden", "ru,Москва Москвы", "ja,東京タワー", "de,a Ö ß" })
    void noWordIsRefusedByWhatItIsFoundBy(String language, String text) {
        for (var word : Words.of(text)) {
            var forms = LANGUAGES.forms(language, word);
            Stream.of(forms.exact(), forms.stems(), forms.parts()).flatMap(List::stream)
                    .forEach(form -> assertThat(new Letters(List.of("zzzzzz", form)).mayBe(word.written()))
                            .as("%s by %s", word.written(), form).isTrue());
        }
    }

    @Test
    void mostOthersAre() {
        var storm = new Letters(List.of("sturmflut", "deich"));

        assertThat(Stream.of("Haushalt", "Rat", "und", "Fußballverein").filter(storm::mayBe)).containsExactly("Fußballverein");
        assertThat(storm.mayBe("Deiche")).isTrue();
    }
}
