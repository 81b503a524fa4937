package org.depesche.content.comparison;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;

/**
 * A place where two lists differ.
 *
 * @param at where in the first, and {@code atAfter} where in the second
 * @param removed what only the first has there
 * @param added what only the second has there
 */
record Hunk<T>(int beforeStart, int afterStart, List<T> removed, List<T> added) {

    /** All places, in order. In linear space, as texts may be long; what that finds in pieces is put together. */
    static <T> List<Hunk<T>> between(List<T> before, List<T> after) {
        var hunks = new ArrayList<Hunk<T>>();
        for (var delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            var source = delta.getSource();
            var target = delta.getTarget();
            var last = hunks.isEmpty() ? null : hunks.get(hunks.size() - 1);
            if (last != null && last.beforeEnd() == source.getPosition() && last.afterEnd() == target.getPosition()) {
                hunks.set(hunks.size() - 1, new Hunk<>(last.beforeStart, last.afterStart,
                        before.subList(last.beforeStart, source.getPosition() + source.size()),
                        after.subList(last.afterStart, target.getPosition() + target.size())));
            } else {
                hunks.add(new Hunk<>(source.getPosition(), target.getPosition(), source.getLines(), target.getLines()));
            }
        }
        return hunks;
    }

    int beforeEnd() {
        return beforeStart + removed.size();
    }

    int afterEnd() {
        return afterStart + added.size();
    }
}
