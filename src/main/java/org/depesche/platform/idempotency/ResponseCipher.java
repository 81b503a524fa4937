package org.depesche.platform.idempotency;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts an answer under the caller's own key and its {@code IdempotencyStore-Key}, both of which are stored as hashes
 * alone: whoever reads the database reads no secret, and whoever may have the answer again can open it.
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

    byte[] encrypt(byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain, 0);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] decrypt(byte[] sealed) {
        return crypt(Cipher.DECRYPT_MODE, sealed, sealed, NONCE_BYTES);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input, int from) {
        try {
            var cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
            return cipher.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The kept answer cannot be sealed or opened", e);
        }
    }
}
