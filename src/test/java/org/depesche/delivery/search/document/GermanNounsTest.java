package org.depesche.delivery.search.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.depesche.delivery.search.language.WordAnalyzers;
import org.junit.jupiter.api.Test;

class GermanNounsTest {

    private static final WordAnalyzers LANGUAGES = WordAnalyzers.withBundledDictionary();

    @Test
    void capitalizedWordsWithinASentenceAreNouns() {
        assertThat(nouns("de", "Gestern kam ein Kran. Morgen, Sonntag, kommt der Kran\nZum Hafen"))
                .containsExactly("kran", "sonntag", "haf");
    }

    @Test
    void otherLanguagesHaveNone() {
        assertThat(nouns("en", "He lives in London")).isEmpty();
    }

    private static List<String> nouns(String language, String text) {
        var nouns = new GermanNouns(language, text);
        LANGUAGES.analyze(language, text, nouns::add);
        return nouns.terms();
    }
}
