package org.depesche.platform.idempotency;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/**
 * What one claim is about: one caller's key on one route.
 *
 * @param caller whose key it is: two callers that choose the same one do not meet
 * @param route method and path, without the query
 * @param key as sent
 */
public record IdempotencyKey(UUID caller, String route, String key) {

    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    /** Reads the header's values: none is no key, more than one or an unprintable one is a mistake. */
    public static Optional<String> parseHeader(List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw malformed("stands there more than once");
        }
        var value = values.get(0);
        if (value.isBlank() || value.length() > LONGEST || !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw malformed("has to be 1 to " + LONGEST + " printable ASCII characters");
        }
        return Optional.of(value);
    }

    /** The parts' lengths differ, so each is ended: no caller and route can be read as another's. */
    byte[] hash() {
        return new RequestDigest("", route, key).body(Uuid7.bytes(caller)).finish();
    }

    private static Problem malformed(String detail) {
        return new Problem(ProblemType.MALFORMED_REQUEST, "The header " + HEADER + " " + detail + ".");
    }
}
