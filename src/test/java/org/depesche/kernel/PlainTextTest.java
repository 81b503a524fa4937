package org.depesche.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = { "", "Silben\u00ADtrennung – „so“", "  zwei  Leerzeichen ", "👍🏽 \u202Eabc", "a > b" })
    void textWithoutMarkupIsUnchanged(String text) {
        assertThat(PlainText.of(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<em>Kursiv</em> und <a href=\"https://a.example\">Link</a> | Kursiv und Link",
            "1 &lt; 2 &amp; 3 | 1 < 2 & 3",
            "1 < 2 | 1 < 2",
            "AT&T, R&D &copy; | AT&T, R&D ©",
            "a<script>alert(1)</script>b<style>x</style> | ab",
            "<!-- nichts -->etwas | etwas"
    })
    void tagsAndReferencesAreResolved(String html, String text) {
        assertThat(PlainText.of(html)).isEqualTo(text);
    }

    @Test
    void blocksAndBreaksBecomeLines() {
        assertThat(PlainText.of("<p>eins</p><p>zwei<br>drei</p>")).isEqualTo("eins\nzwei\ndrei");
    }

    @Test
    void aThousandOpenTagsAreStillText() {
        assertThat(PlainText.of("<em>".repeat(50_000) + "tief")).isEqualTo("tief");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "'' | 0", "ein Wort – zwei | 3", "E-Mail\u00A0an alle! | 3", "... – „“ | 0",
            "1.000 Euro | 2" })
    void wordsContainALetterOrADigit(String text, int words) {
        assertThat(PlainText.countWords(text)).isEqualTo(words);
    }
}
