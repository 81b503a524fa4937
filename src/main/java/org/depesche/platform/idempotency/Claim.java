package org.depesche.platform.idempotency;

import java.security.MessageDigest;
import java.util.UUID;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** What became of asking for an {@code IdempotencyStore-Key}: it is ours now, or it was answered before. */
public sealed interface Claim {

    /** Ours: do the work, then {@link IdempotencyStore#complete} it or {@link IdempotencyStore#release} it. */
    record Held(byte[] id, UUID token) implements Claim {
    }

    /** Answered before, but perhaps to another request: that shows when this one's body was read. */
    record Completed(byte[] digest, StoredResponse response) implements Claim {

        /** The first answer, if this is the same request. */
        public StoredResponse responseFor(byte[] present) {
            if (!MessageDigest.isEqual(digest, present)) {
                throw new Problem(ProblemType.IDEMPOTENCY_MISMATCH,
                        "This Idempotency-Key was used for a request with another body, query or content type.");
            }
            return response;
        }
    }
}
