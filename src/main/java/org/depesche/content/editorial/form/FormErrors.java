package org.depesche.content.editorial.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.depesche.platform.problem.InputError;

/** The errors of one article, in the order in which they were found. */
public final class FormErrors {

    private final List<InputError> errors = new ArrayList<>();

    void add(FormReference ref, String detail) {
        errors.add(InputError.atPointer(ref.pointer(), detail));
    }

    /** Adds an error at a JSON pointer (RFC 6901). */
    public void add(String pointer, String detail) {
        errors.add(InputError.atPointer(pointer, detail));
    }

    void addAll(Collection<InputError> others) {
        errors.addAll(others);
    }

    public List<InputError> all() {
        return List.copyOf(errors);
    }
}
