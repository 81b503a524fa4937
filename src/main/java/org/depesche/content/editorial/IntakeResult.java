package org.depesche.content.editorial;

import java.util.List;

import org.depesche.platform.problem.InputError;

/**
 * What became of one record.
 *
 * @param errors why it was rejected, else none
 */
public record IntakeResult(Kind kind, List<InputError> errors) {

    /** The ends a record can come to. */
    public enum Kind {
        CREATED,
        UPDATED,
        /** Imported just so before. */
        UNCHANGED,
        REJECTED
    }

    static final IntakeResult CREATED = new IntakeResult(Kind.CREATED, List.of());
    static final IntakeResult UPDATED = new IntakeResult(Kind.UPDATED, List.of());
    static final IntakeResult UNCHANGED = new IntakeResult(Kind.UNCHANGED, List.of());

    static IntakeResult rejected(List<InputError> errors) {
        return new IntakeResult(Kind.REJECTED, List.copyOf(errors));
    }

    static IntakeResult rejected(String pointer, String detail) {
        return rejected(List.of(InputError.atPointer(pointer, detail)));
    }
}
