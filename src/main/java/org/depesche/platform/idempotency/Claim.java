package org.depesche.platform.idempotency;

import java.security.MessageDigest;
import java.util.UUID;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/**
 * The result of claiming an {@code Idempotency-Key}: either this request holds the key, or the request was answered
 * before.
 */
public sealed interface Claim {

    /**
     * This request holds the key. It does the work by {@link IdempotencyStore#call}, and then calls
     * {@link IdempotencyStore#complete}.
     */
    record Held(byte[] id, UUID token) implements Claim {
    }

    /**
     * The key was used before, possibly for a different request. Comparing the digests shows it, after the body was
     * read.
     */
    record Completed(byte[] digest, StoredResponse response) implements Claim {

        /**
         * The first response.
         * @throws Problem when this request differs from the first one
         */
        public StoredResponse responseFor(byte[] currentDigest) {
            if (!MessageDigest.isEqual(digest, currentDigest)) {
                throw new Problem(ProblemType.IDEMPOTENCY_MISMATCH,
                        "This Idempotency-Key was used for a request with another body, query or content type.");
            }
            return response;
        }
    }
}
