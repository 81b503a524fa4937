package org.depesche.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;

/**
 * What some tests need beside a JDK and Maven: `node`, `chromium`, `shared`,
 * `opensearch`. A test that lacks it is skipped, and fails
 * where the environment names it in {@code DEPESCHE_REQUIRE}.
 */
public final class Requirements {

    private Requirements() {
    }

    /** Ends the test that found it missing, one way or the other. */
    public static void skipOrFail(String name, String message) {
        if (isRequired(name)) {
            throw new AssertionError(message);
        }
        Assumptions.abort(message);
    }

    /** Whether a test that lacks it fails. */
    static boolean isRequired(String name) {
        return required().contains(name);
    }

    private static List<String> required() {
        return Arrays.asList(Optional.ofNullable(System.getenv("DEPESCHE_REQUIRE")).orElse("").split("\\s*,\\s*"));
    }
}
