package org.depesche.platform.json;

import java.util.ArrayList;
import java.util.List;

import org.depesche.platform.problem.InputError;

/** The errors of one body. Up to a limit they are listed; beyond it they are counted. */
final class InputErrors {

    private final int max;
    private final List<InputError> listed = new ArrayList<>();
    private int unlisted;

    InputErrors(int max) {
        this.max = max;
    }

    void add(String pointer, String detail) {
        add(InputError.atPointer(pointer, detail));
    }

    void add(InputError error) {
        if (isFull()) {
            unlisted++;
        } else {
            listed.add(error);
        }
    }

    boolean isFull() {
        return listed.size() >= max;
    }

    InputErrors copy() {
        var copy = new InputErrors(max);
        copy.listed.addAll(listed);
        copy.unlisted = unlisted;
        return copy;
    }

    List<InputError> all() {
        if (unlisted == 0) {
            return List.copyOf(listed);
        }
        var all = new ArrayList<>(listed);
        all.add(InputError.atPointer("", "There are " + unlisted + " more mistakes."));
        return List.copyOf(all);
    }
}
