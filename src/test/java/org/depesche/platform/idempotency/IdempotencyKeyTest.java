package org.depesche.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    private static final UUID CALLER = new UUID(1, 2);

    @Test
    void noHeaderIsNoKey() {
        assertThat(IdempotencyKey.parseHeader(List.of())).isEmpty();
    }

    @Test
    void printableAsciiIsAKey() {
        assertThat(IdempotencyKey.parseHeader(List.of("a key, \"quoted\" ~"))).contains("a key, \"quoted\" ~");
        assertThat(IdempotencyKey.parseHeader(List.of("x".repeat(255)))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "  ", "schlüssel", "tab\there", "\u0000" })
    void anythingElseIsAnError(String value) {
        assertThatThrownBy(() -> IdempotencyKey.parseHeader(List.of(value))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_REQUEST));
    }

    @Test
    void aKeyIsNotLongerThanTheContractSays() {
        assertThatThrownBy(() -> IdempotencyKey.parseHeader(List.of("x".repeat(256)))).isInstanceOf(Problem.class);
    }

    @Test
    void twoKeysInOneRequestAreAnError() {
        assertThatThrownBy(() -> IdempotencyKey.parseHeader(List.of("a", "b"))).isInstanceOf(Problem.class);
    }

    @Test
    void equalKeysOfOtherCallersOrRoutesDoNotConflict() {
        var hashes = List.of(new IdempotencyKey(CALLER, "POST /a", "k"), new IdempotencyKey(CALLER, "POST /b", "k"),
                new IdempotencyKey(new UUID(1, 3), "POST /a", "k"), new IdempotencyKey(CALLER, "POST /a", "kk"));

        assertThat(hashes.stream().map(key -> new String(key.hash(), java.nio.charset.StandardCharsets.ISO_8859_1)).distinct())
                .hasSize(4);
        assertThat(hashes.get(0).hash()).isEqualTo(new IdempotencyKey(CALLER, "POST /a", "k").hash());
    }
}
