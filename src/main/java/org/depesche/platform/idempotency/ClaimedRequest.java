package org.depesche.platform.idempotency;

import org.jspecify.annotations.Nullable;

/** One request that holds its key, on its way from the claim to the answer. */
final class ClaimedRequest {

    static final String PROPERTY = "depesche.idempotency.attempt";

    private final Claim.Held claim;
    private final byte[] digest;
    private final @Nullable ResponseCipher cipher;
    private byte[] body = {};

    ClaimedRequest(Claim.Held claim, byte[] digest, @Nullable ResponseCipher seal) {
        this.claim = claim;
        this.digest = digest;
        this.cipher = seal;
    }

    Claim.Held claim() {
        return claim;
    }

    byte[] digest() {
        return digest;
    }

    /** The body before anybody compresses it for this one caller. */
    void captureBody(byte[] bytes) {
        body = bytes;
    }

    byte[] storedBody() {
        return cipher == null ? body : cipher.encrypt(body);
    }
}
