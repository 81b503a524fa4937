package org.depesche.platform.database;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.logging.Log;

/**
 * Keeps idle connections the way transactions need them. The pool would switch {@code autocommit} off when one begins and on
 * when it ends: two statements of the seven that an article took.
 */
@Singleton
class AutocommitInterceptor implements AgroalPoolInterceptor {

    private final TransactionSynchronizationRegistry transactions;
    private final AutocommitReads glances;

    AutocommitInterceptor(TransactionSynchronizationRegistry transactions, AutocommitReads glances) {
        this.transactions = transactions;
        this.glances = glances;
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        setAutocommit(connection, false);
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            setAutocommit(connection, true);
        } else {
            glances.invalidate();
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        setAutocommit(connection, false);
    }

    /** The driver asks the server when that is another mode than before. Past the pool, which would undo it. */
    private static void setAutocommit(Connection connection, boolean isSo) {
        try {
            connection.unwrap(org.mariadb.jdbc.Connection.class).setAutoCommit(isSo);
        } catch (SQLException broken) {
            Log.debugf("a connection to the database is broken: %s", broken.getMessage()); // its next statement fails
        }
    }
}
