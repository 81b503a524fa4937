package org.depesche.platform.idempotency;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/**
 * The subject of a claim: a caller's key on a route.
 * @param caller the caller's id, so that equal keys of two callers do not conflict
 * @param route method and path, without the query
 * @param key the value of the header
 */
public record IdempotencyKey(UUID caller, String route, String key) {

    public static final String HEADER = "Idempotency-Key";

    /** The maximum number of characters of a key. */
    public static final int MAX_LENGTH = 255;

    /**
     * Parses the values of the header; empty when there is none.
     * @throws Problem when there are several values, or the value is unprintable or too long
     */
    public static Optional<String> parseHeader(List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw malformed("stands there more than once");
        }
        var value = values.get(0);
        if (value.isBlank() || value.length() > MAX_LENGTH || !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw malformed("has to be 1 to " + MAX_LENGTH + " printable ASCII characters");
        }
        return Optional.of(value);
    }

    /**
     * Hashes the key. Each part has a terminator, because otherwise a caller and route could be read as another caller
     * and route.
     */
    byte[] hash() {
        return new RequestDigest("", route, key).body(Uuid7.bytes(caller)).finish();
    }

    private static Problem malformed(String detail) {
        return new Problem(ProblemType.MALFORMED_REQUEST, "The header " + HEADER + " " + detail + ".");
    }
}
