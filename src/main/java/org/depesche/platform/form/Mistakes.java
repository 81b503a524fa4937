package org.depesche.platform.form;

import java.util.ArrayList;
import java.util.List;

import org.depesche.platform.problem.InputError;

/** What is wrong with one body: listed up to a limit, beyond it counted. */
final class Mistakes {

    private final int max;
    private final List<InputError> listed = new ArrayList<>();
    private int unlisted;

    Mistakes(int max) {
        this.max = max;
    }

    void add(String pointer, String detail) {
        add(InputError.atPointer(pointer, detail));
    }

    void add(InputError mistake) {
        if (isFull()) {
            unlisted++;
        } else {
            listed.add(mistake);
        }
    }

    boolean isFull() {
        return listed.size() >= max;
    }

    Mistakes copy() {
        var copy = new Mistakes(max);
        copy.listed.addAll(listed);
        copy.unlisted = unlisted;
        return copy;
    }

    List<InputError> all() {
        if (unlisted == 0) {
            return List.copyOf(listed);
        }
        var all = new ArrayList<>(listed);
        all.add(InputError.atPointer("", "and " + unlisted + " more mistakes."));
        return List.copyOf(all);
    }
}
