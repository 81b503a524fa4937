package org.depesche.intake.importer;

import java.util.List;
import java.util.stream.Collectors;

import org.depesche.platform.problem.InputError;
import org.jspecify.annotations.Nullable;

/**
 * A record that was not taken.
 *
 * @param key the record's origin or slug, absent where it has none that can be read
 * @param reason everything that is wrong with it, in one text
 */
record Rejection(long line, @Nullable String key, String reason, List<InputError> errors) {

    private static final int LONGEST = 16_000;

    Rejection {
        errors = List.copyOf(errors);
    }

    static Rejection of(long line, @Nullable String key, List<InputError> errors) {
        var reason = errors.stream().map(Rejection::sentence).collect(Collectors.joining(" "));
        return new Rejection(line, key, reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + "…", errors);
    }

    private static String sentence(InputError error) {
        var pointer = error.pointer();
        return pointer == null || pointer.isEmpty() ? error.detail() : pointer + ": " + error.detail();
    }
}
