package org.depesche.content.editorial.bulk;

import java.util.List;

import org.depesche.platform.problem.InputError;

/**
 * The outcome of one record.
 *
 * @param errors the reasons of a rejection
 */
public record ImportResult(Outcome outcome, List<InputError> errors) {

    /** The outcomes of a record. */
    public enum Outcome {
        CREATED,
        UPDATED,
        /** The same record was imported before. */
        UNCHANGED,
        REJECTED
    }

    static final ImportResult CREATED = new ImportResult(Outcome.CREATED, List.of());
    static final ImportResult UPDATED = new ImportResult(Outcome.UPDATED, List.of());
    static final ImportResult UNCHANGED = new ImportResult(Outcome.UNCHANGED, List.of());

    static ImportResult rejected(List<InputError> errors) {
        return new ImportResult(Outcome.REJECTED, List.copyOf(errors));
    }

    static ImportResult rejected(String pointer, String detail) {
        return rejected(List.of(InputError.atPointer(pointer, detail)));
    }
}
