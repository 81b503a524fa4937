package org.depesche.platform.database;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;

import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Two looked something up at the same moment, found it free and took it. The later one is told as a transaction lost to
 * another, so that {@link Transactions} repeat it: it then finds what the first one wrote.
 */
public final class DuplicateKey extends RuntimeException {

    private static final int DUPLICATE = 1062;
    private static final String ROLLED_BACK = "40001";

    private DuplicateKey(String message, SQLException lost) {
        super(message, new SQLTransactionRollbackException(lost.getMessage(), ROLLED_BACK, lost));
    }

    /** @param message what it means that the row is there already */
    public static void detect(String message, Runnable writing) {
        try {
            writing.run();
        } catch (UnableToExecuteStatementException e) {
            if (isCauseOf(e) && e.getCause() instanceof SQLException lost) {
                throw new DuplicateKey(message, lost);
            }
            throw e;
        }
    }

    /** Whether a row stands there already. */
    public static boolean isCauseOf(UnableToExecuteStatementException failure) {
        return failure.getCause() instanceof SQLException lost && lost.getErrorCode() == DUPLICATE;
    }
}
