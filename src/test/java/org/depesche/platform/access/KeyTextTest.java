package org.depesche.platform.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class KeyTextTest {

    @Test
    void aKeyBeginsWithItsPrefix() {
        var key = KeyText.random();

        assertThat(key.text()).matches("dep_[a-z0-9]{8}_[A-Za-z0-9]{43}").startsWith(key.prefix() + "_");
    }

    @Test
    void noTwoKeysAreAlike() {
        var keys = IntStream.range(0, 1_000).mapToObj(i -> KeyText.random().text());

        assertThat(keys.distinct()).hasSize(1_000);
    }

    @Test
    void aChosenKeysPrefixGivesNothingOfItAway() {
        var key = KeyText.chosen("correct-horse-battery-staple-0123");

        assertThat(key.prefix()).matches("env_[0-9a-f]{8}");
        assertThat(key.text()).doesNotContain(key.prefix().substring(4));
    }

    @Test
    void aKeyIsNeverWrittenByAccident() {
        var key = KeyText.random();

        assertThat("made " + key).isEqualTo("made " + key.prefix());
    }

    @Test
    void theHashIsThatOfTheTextAsSent() {
        var key = KeyText.chosen("ein-schlüssel-mit-umlauten-und-länge");

        assertThat(key.hash()).isEqualTo(KeyText.hashOf(key.text().getBytes(UTF_8))).hasSize(32);
    }

    @Test
    void whatCannotBeAKeyIsNotLookedUp() {
        assertThat(KeyText.isPossible(new byte[31])).isFalse();
        assertThat(KeyText.isPossible(new byte[32])).isTrue();
        assertThat(KeyText.isPossible(new byte[513])).isFalse();
    }
}
