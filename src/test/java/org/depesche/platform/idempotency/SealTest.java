package org.depesche.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;

import org.junit.jupiter.api.Test;

class SealTest {

    private static final byte[] SECRET = "dep_abcdefgh_secret".getBytes(UTF_8);
    private static final IdempotencyKey KEY = new IdempotencyKey(new UUID(1, 2), "POST /v1/editorial/keys", "k");

    private final Seal seal = new Seal("Bearer one", KEY);

    @Test
    void itsOwnCallerOpensIt() {
        assertThat(new Seal("Bearer one", KEY).open(seal.close(SECRET))).isEqualTo(SECRET);
    }

    @Test
    void nobodyElseDoes() {
        assertThatThrownBy(() -> new Seal("Bearer two", KEY).open(seal.close(SECRET)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsKeptDoesNotShowTheSecret() {
        assertThat(new String(seal.close(SECRET), UTF_8)).doesNotContain("dep_");
        assertThat(seal.close(SECRET)).isNotEqualTo(seal.close(SECRET));
    }
}
