package org.depesche.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

    @ParameterizedTest
    @CsvSource({ "de,de", "DE-ch,de-CH", "zh-hant-tw,zh-Hant-TW", "de-1996,de-1996", "sl-rozaj,sl-rozaj" })
    void tagsAreNormalizedToTheirCanonicalSpelling(String sent, String kept) {
        assertThat(LanguageTag.normalize(sent)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "d", "de_DE", "deutsch-und-noch-viel-mehr-in-diesem-wort", "de-", "ä", "de DE" })
    void malformedTagsAreRejected(String sent) {
        assertThat(LanguageTag.normalize(sent)).isEmpty();
    }

    @Test
    void aTagIsMatchedByItselfAndItsPrefixes() {
        assertThat(LanguageTag.ranges("zh-Hant-TW")).containsExactly("zh-Hant-TW", "zh-Hant", "zh");
        assertThat(LanguageTag.ranges("de")).containsExactly("de");
    }
}
