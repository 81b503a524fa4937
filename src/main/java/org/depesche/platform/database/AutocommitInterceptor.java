package org.depesche.platform.database;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.logging.Log;

/**
 * Keeps idle connections with autocommit off, as transactions need them. The pool alone would switch {@code autocommit}
 * off at the start of a transaction and on at its end. Each switch is a statement, and reading an article took seven in all.
 */
@Singleton
class AutocommitInterceptor implements AgroalPoolInterceptor {

    private final TransactionSynchronizationRegistry transactions;
    private final AutocommitReads autocommitReads;

    AutocommitInterceptor(TransactionSynchronizationRegistry transactions, AutocommitReads autocommitReads) {
        this.transactions = transactions;
        this.autocommitReads = autocommitReads;
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
            autocommitReads.giveUp();
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        setAutocommit(connection, false);
    }

    /**
     * The driver sends a statement only when the mode changes. The mode is set on the driver's connection, because the
     * pool would restore it.
     */
    private static void setAutocommit(Connection connection, boolean isAutocommit) {
        try {
            connection.unwrap(org.mariadb.jdbc.Connection.class).setAutoCommit(isAutocommit);
        } catch (SQLException broken) {
            Log.debugf("a connection to the database is broken: %s", broken.getMessage()); // its next statement will fail
        }
    }
}
