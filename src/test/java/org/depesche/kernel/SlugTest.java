package org.depesche.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Erfolgreiches zweites Treffen | erfolgreiches-zweites-treffen",
            "Über Größe, Maß und Öl | ueber-groesse-mass-und-oel",
            "STRAẞE | strasse",
            "U\u0308ber | ueber",
            "Smørrebrød, Łódź, cœur, Ærø, Đorđe, þing | smorrebrod-lodz-coeur-aero-dorde-thing",
            "Trump’s „geht's“ | trumps-gehts",
            "Silben\u00ADtrennung | silbentrennung",
            "Bürger*innen – 50 % mehr! | buerger-innen-50-mehr",
            "İstanbul, ĲSSEL, ﬁx, １２ | istanbul-ijssel-fix-12",
            "Москва 2024 | 2024",
            "-- a -- b -- | a-b"
    })
    void slugsAreAscii(String words, String slug) {
        assertThat(Slug.from(words, "x")).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "東京", "👍🏽", "---", "\u0000", "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11" })
    void aNameWithoutAsciiSpellingGetsTheFallback(String words) {
        assertThat(Slug.from(words, "artikel")).isEqualTo("artikel");
    }

    @Test
    void longSlugsAreCutBetweenWords() {
        assertThat(Slug.from("wort ".repeat(100), "x")).hasSize(189).endsWith("wort");
        assertThat(Slug.from("w".repeat(500), "x")).hasSize(190);
    }

    @Test
    void aNumberedSlugStaysWithinTheLimit() {
        assertThat(Slug.numbered("wahl", 2)).isEqualTo("wahl-2");
        assertThat(Slug.numbered("w".repeat(190), 13)).hasSize(190).endsWith("w-13");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a", "a-b", "2024", "0-0" })
    void validSlugsAreAccepted(String text) {
        assertThat(Slug.isSlug(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-", "a-", "-a", "a--b", "A", "ä", "a b", "a_b", "a/b",
            "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11" })
    void invalidSlugsAreRejected(String text) {
        assertThat(Slug.isSlug(text)).isFalse();
    }
}
