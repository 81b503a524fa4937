package org.depesche.platform.idempotency;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/**
 * Encrypts a response with a key derived from the caller's API key or access token and its {@code Idempotency-Key}. The
 * database has hashes of keys only, and no token. A reader of the database cannot decrypt the response, but the caller who
 * repeats the request can.
 */
final class ResponseCipher {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    ResponseCipher(String authorization, IdempotencyKey idempotencyKey) {
        var secret = new RequestDigest("seal", authorization, idempotencyKey.key()).finish();
        this.key = new SecretKeySpec(secret, "AES");
    }

    byte[] encrypt(byte[] plaintext) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var ciphertext = crypt(Cipher.ENCRYPT_MODE, nonce, plaintext, 0);
        return ByteBuffer.allocate(NONCE_BYTES + ciphertext.length).put(nonce).put(ciphertext).array();
    }

    /** @throws Problem when the request was sent with another access token of the same caller */
    byte[] decrypt(byte[] ciphertext) {
        return crypt(Cipher.DECRYPT_MODE, ciphertext, ciphertext, NONCE_BYTES);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input, int offset) {
        try {
            var cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
            return cipher.doFinal(input, offset, input.length - offset);
        } catch (AEADBadTagException otherToken) {
            throw new Problem(ProblemType.CONFLICT,
                    "The request with this Idempotency-Key was answered to another access token, and its answer is secret.");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The stored response cannot be encrypted or decrypted", e);
        }
    }
}
