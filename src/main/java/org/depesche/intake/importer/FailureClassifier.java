package org.depesche.intake.importer;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;

/** Distinguishes failures that the records cause from temporary failures of the database or the network. */
final class FailureClassifier {

    private FailureClassifier() {
    }

    /**
     * Whether the records cause the failure: they do not fit a column, or break a constraint. A failure without an
     * {@link SQLException} counts as well, because it is an error of this service and not of the database.
     */
    static boolean isCausedByRecords(RuntimeException failure) {
        if (failure instanceof ChunkProcessor.TakenOverByAnotherNode) {
            return false;
        }
        var visited = Collections.<Throwable> newSetFromMap(new IdentityHashMap<>());
        var unvisited = new ArrayDeque<Throwable>();
        unvisited.add(failure);
        while (!unvisited.isEmpty()) {
            var next = unvisited.pop();
            if (next instanceof SQLException sqlException) {
                return isDataError(sqlException);
            }
            if (visited.add(next)) {
                Collections.addAll(unvisited, next.getSuppressed());
                if (next.getCause() != null) {
                    unvisited.add(next.getCause());
                }
            }
        }
        return true;
    }

    private static boolean isDataError(SQLException sqlException) {
        var state = sqlException.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
    }
}
