package org.depesche.content.editorial;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;

import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Two looked a slug up at the same moment, found it free and took it. The later one is told as a transaction lost to
 * another, so that it is repeated: it then finds the slug taken, and numbers its own or says so.
 */
final class SlugRace extends RuntimeException {

    private static final int DUPLICATE = 1062;
    private static final String ROLLED_BACK = "40001";

    private SlugRace(SQLException lost) {
        super("another article took the slug", new SQLTransactionRollbackException(lost.getMessage(), ROLLED_BACK, lost));
    }

    static void watch(Runnable writing) {
        try {
            writing.run();
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException lost && lost.getErrorCode() == DUPLICATE) {
                throw new SlugRace(lost);
            }
            throw e;
        }
    }
}
