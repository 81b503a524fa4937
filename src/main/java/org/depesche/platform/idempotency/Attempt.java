package org.depesche.platform.idempotency;

import org.jspecify.annotations.Nullable;

/** One request that holds its key, on its way from the claim to the answer. */
record Attempt(Claim.Held claim, byte[] digest, @Nullable Seal seal) {

    static final String PROPERTY = "depesche.idempotency.attempt";

    Answer sealed(Answer answer) {
        return seal == null ? answer : answer.withBody(seal.close(answer.body()));
    }
}
