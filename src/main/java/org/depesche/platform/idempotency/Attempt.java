package org.depesche.platform.idempotency;

import org.jspecify.annotations.Nullable;

/** One request that holds its key, on its way from the claim to the answer. */
final class Attempt {

    static final String PROPERTY = "depesche.idempotency.attempt";

    private final Claim.Held claim;
    private final byte[] digest;
    private final @Nullable Seal seal;
    private byte[] body = {};

    Attempt(Claim.Held claim, byte[] digest, @Nullable Seal seal) {
        this.claim = claim;
        this.digest = digest;
        this.seal = seal;
    }

    Claim.Held claim() {
        return claim;
    }

    byte[] digest() {
        return digest;
    }

    /** The body before anybody compresses it for this one caller. */
    void rendered(byte[] bytes) {
        body = bytes;
    }

    byte[] kept() {
        return seal == null ? body : seal.close(body);
    }
}
