package org.depesche.platform.database;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;

import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Two transactions inserted the same key at the same time. The later one fails with the SQL state of a conflict, so
 * that {@link Transactions} repeats it. The repetition finds what the first one has written.
 */
public final class DuplicateKey extends RuntimeException {

    private static final int DUPLICATE = 1062;
    private static final String ROLLED_BACK = "40001";

    private DuplicateKey(String message, SQLException lost) {
        super(message, new SQLTransactionRollbackException(lost.getMessage(), ROLLED_BACK, lost));
    }

    /**
     * Runs a write, and translates a duplicate key.
     * @param message the meaning of the existing row, for logs
     */
    public static void detect(String message, Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException e) {
            // of Jdbi or of Hibernate
            if (e.getCause() instanceof SQLException lost && lost.getErrorCode() == DUPLICATE) {
                throw new DuplicateKey(message, lost);
            }
            throw e;
        }
    }

    /** Whether a statement failed because of a duplicate key. */
    public static boolean isCauseOf(UnableToExecuteStatementException failure) {
        return failure.getCause() instanceof SQLException lost && lost.getErrorCode() == DUPLICATE;
    }
}
