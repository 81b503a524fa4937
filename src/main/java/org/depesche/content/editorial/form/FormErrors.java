package org.depesche.content.editorial.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.depesche.platform.problem.InputError;

/** The errors of one article, in the order in which they were found. */
public final class FormErrors {

    private final List<InputError> found = new ArrayList<>();

    void add(FormReference ref, String detail) {
        found.add(InputError.atPointer(ref.pointer(), detail));
    }

    public void add(String pointer, String detail) {
        found.add(InputError.atPointer(pointer, detail));
    }

    void addAll(Collection<InputError> errors) {
        found.addAll(errors);
    }

    public List<InputError> all() {
        return List.copyOf(found);
    }
}
