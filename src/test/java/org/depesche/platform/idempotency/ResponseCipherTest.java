package org.depesche.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;

import org.junit.jupiter.api.Test;

class ResponseCipherTest {

    private static final byte[] SECRET = "dep_abcdefgh_secret".getBytes(UTF_8);
    private static final IdempotencyKey KEY = new IdempotencyKey(new UUID(1, 2), "POST /v1/editorial/keys", "k");

    private final ResponseCipher seal = new ResponseCipher("Bearer one", KEY);

    @Test
    void itsOwnCallerDecryptsIt() {
        assertThat(new ResponseCipher("Bearer one", KEY).decrypt(seal.encrypt(SECRET))).isEqualTo(SECRET);
    }

    @Test
    void noOtherCallerDecryptsIt() {
        assertThatThrownBy(() -> new ResponseCipher("Bearer two", KEY).decrypt(seal.encrypt(SECRET)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theCiphertextDoesNotContainTheSecret() {
        assertThat(new String(seal.encrypt(SECRET), UTF_8)).doesNotContain("dep_");
        assertThat(seal.encrypt(SECRET)).isNotEqualTo(seal.encrypt(SECRET));
    }
}
