package org.depesche.intake.importer.ndjson;

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
public record Rejection(long line, @Nullable String key, String reason, List<InputError> errors) {

    private static final int MAX_REASON_LENGTH = 16_000;

    public Rejection {
        errors = List.copyOf(errors);
    }

    public static Rejection of(long line, @Nullable String key, List<InputError> errors) {
        var reason = errors.stream().map(Rejection::sentence).collect(Collectors.joining(" "));
        return new Rejection(line, key,
                reason.length() <= MAX_REASON_LENGTH ? reason : reason.substring(0, MAX_REASON_LENGTH) + "…", errors);
    }

    private static String sentence(InputError error) {
        var pointer = error.pointer();
        return pointer == null || pointer.isEmpty() ? error.detail() : pointer + ": " + error.detail();
    }
}
