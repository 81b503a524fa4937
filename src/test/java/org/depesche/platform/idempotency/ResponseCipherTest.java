package org.depesche.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;

class ResponseCipherTest {

    private static final byte[] SECRET = "dep_abcdefgh_secret".getBytes(UTF_8);
    private static final IdempotencyKey KEY = new IdempotencyKey(new UUID(1, 2), "POST /v1/editorial/keys", "k");

    private final ResponseCipher cipher = new ResponseCipher("Bearer one", KEY);

    @Test
    void itsOwnCallerDecryptsIt() {
        assertThat(new ResponseCipher("Bearer one", KEY).decrypt(cipher.encrypt(SECRET))).isEqualTo(SECRET);
    }

    @Test
    void anotherTokenDoesNotDecryptIt() {
        assertThatThrownBy(() -> new ResponseCipher("Bearer two", KEY).decrypt(cipher.encrypt(SECRET)))
                .isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT));
    }

    @Test
    void theCiphertextDoesNotContainTheSecret() {
        assertThat(new String(cipher.encrypt(SECRET), UTF_8)).doesNotContain("dep_");
        assertThat(cipher.encrypt(SECRET)).isNotEqualTo(cipher.encrypt(SECRET));
    }
}
