package org.depesche.intake.importer.ndjson;

import java.util.List;
import java.util.stream.Collectors;

import org.depesche.platform.problem.InputError;
import org.jspecify.annotations.Nullable;

/**
 * A record that an import rejected.
 * @param line its number in the upload
 * @param key the record's origin, slug or headline; null when none is readable
 * @param reason all errors of the record in one text
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
