package org.depesche.content.comparison;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;

/**
 * A place where two lists differ.
 *
 * @param beforeStart the index in the first list
 * @param afterStart the index in the second list
 * @param removed elements of the first list only
 * @param added elements of the second list only
 */
record Hunk<T>(int beforeStart, int afterStart, List<T> removed, List<T> added) {

    /**
     * Returns all hunks in order. Uses the linear-space algorithm, because texts may be long; it splits hunks, which are
     * joined here.
     */
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
