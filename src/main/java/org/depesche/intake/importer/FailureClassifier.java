package org.depesche.intake.importer;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;

/** Tells failures that lie in what was to be written from those of the database or the network, which pass. */
final class FailureClassifier {

    private FailureClassifier() {
    }

    /** Data that do not fit a column, or break a constraint; or a fault of our own that has nothing to do with the database. */
    static boolean isCausedByRecords(RuntimeException failure) {
        if (failure instanceof ChunkProcessor.TakenOverByAnotherNode) {
            return false;
        }
        var seen = Collections.<Throwable> newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayDeque<Throwable>();
        open.add(failure);
        while (!open.isEmpty()) {
            var next = open.pop();
            if (next instanceof SQLException refusal) {
                return isDataError(refusal);
            }
            if (seen.add(next)) {
                Collections.addAll(open, next.getSuppressed());
                if (next.getCause() != null) {
                    open.add(next.getCause());
                }
            }
        }
        return true;
    }

    private static boolean isDataError(SQLException refusal) {
        var state = refusal.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
    }
}
