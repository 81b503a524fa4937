package org.depesche.platform.idempotency;

import org.jspecify.annotations.Nullable;

/** A request that holds its key, from the claim to the response. */
final class ClaimedRequest {

    static final String PROPERTY = "depesche.idempotency.attempt";

    private final Claim.Held claim;
    private final byte[] digest;
    private final @Nullable ResponseCipher cipher;
    private byte[] body = {};
    private boolean isDone;

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

    /** The request has changed something. From now on its key is not freed, even if its response cannot be stored. */
    void markDone() {
        isDone = true;
    }

    boolean isDone() {
        return isDone;
    }

    /** Stores the body of the response before a filter compresses it for this client. */
    void captureBody(byte[] bytes) {
        body = bytes;
    }

    byte[] storedBody() {
        return cipher == null ? body : cipher.encrypt(body);
    }
}
