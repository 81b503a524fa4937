package org.depesche.platform.database;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Recognizes failures that a repetition of the transaction can resolve. */
final class TransactionConflict {

    /** Lock wait timeout, deadlock (also Galera's certification failure), row changed since last read, node not ready. */
    private static final Set<Integer> TRANSIENT_ERRORS = Set.of(1205, 1213, 1020, 1047);

    /** "Transaction rollback" of the SQL standard. */
    private static final String ROLLED_BACK = "40";

    private TransactionConflict() {
    }

    /** Searches suppressed exceptions as well, because a failed commit has its cause among them. */
    static boolean isCauseOf(Throwable failure) {
        return isCauseOf(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean isCauseOf(Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return false;
        }
        if (failure instanceof SQLException refusal && isTransient(refusal)) {
            return true;
        }
        for (var suppressed : failure.getSuppressed()) {
            if (isCauseOf(suppressed, seen)) {
                return true;
            }
        }
        return isCauseOf(failure.getCause(), seen);
    }

    private static boolean isTransient(SQLException refusal) {
        var state = refusal.getSQLState();
        return TRANSIENT_ERRORS.contains(refusal.getErrorCode()) || state != null && state.startsWith(ROLLED_BACK);
    }
}
