package org.depesche.platform.idempotency;

import org.jspecify.annotations.Nullable;

/** A request that holds its key, from the claim to the response. */
final class ClaimedRequest {

    static final String PROPERTY = "depesche.idempotency.attempt";

    private final Claim.Held claim;
    private final byte[] digest;
    private final @Nullable ResponseCipher cipher;
    private byte[] body = {};

    ClaimedRequest(Claim.Held claim, byte[] digest, @Nullable ResponseCipher cipher) {
        this.claim = claim;
        this.digest = digest;
        this.cipher = cipher;
    }

    Claim.Held claim() {
        return claim;
    }

    byte[] digest() {
        return digest;
    }

    /** Stores the body of the response before a filter compresses it for this client. */
    void captureBody(byte[] bytes) {
        body = bytes;
    }

    byte[] storedBody() {
        return cipher == null ? body : cipher.encrypt(body);
    }
}
