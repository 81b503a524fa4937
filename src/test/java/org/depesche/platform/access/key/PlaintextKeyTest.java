package org.depesche.platform.access.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PlaintextKeyTest {

    @Test
    void aKeyBeginsWithItsPrefix() {
        var key = PlaintextKey.generate();

        assertThat(key.text()).matches("dep_[a-z0-9]{8}_[A-Za-z0-9]{43}").startsWith(key.prefix() + "_");
    }

    @Test
    void noTwoKeysAreAlike() {
        var keys = IntStream.range(0, 1_000).mapToObj(i -> PlaintextKey.generate().text());

        assertThat(keys.distinct()).hasSize(1_000);
    }

    @Test
    void thePrefixOfAnOperatorsKeyDisclosesNothing() {
        var key = PlaintextKey.ofOperator("correct-horse-battery-staple-0123");

        assertThat(key.prefix()).matches("env_[0-9a-f]{8}");
        assertThat(key.text()).doesNotContain(key.prefix().substring(4));
    }

    @Test
    void toStringDoesNotDiscloseTheKey() {
        var key = PlaintextKey.generate();

        assertThat("made " + key).isEqualTo("made " + key.prefix());
    }

    @Test
    void theHashIsThatOfTheTextAsSent() {
        var key = PlaintextKey.ofOperator("ein-schlüssel-mit-umlauten-und-länge");

        assertThat(key.hash()).isEqualTo(PlaintextKey.hashOf(key.text().getBytes(UTF_8))).hasSize(32);
    }

    @Test
    void textsThatCannotBeKeysAreNotLookedUp() {
        assertThat(PlaintextKey.hasValidLength(new byte[31])).isFalse();
        assertThat(PlaintextKey.hasValidLength(new byte[32])).isTrue();
        assertThat(PlaintextKey.hasValidLength(new byte[513])).isFalse();
    }
}
