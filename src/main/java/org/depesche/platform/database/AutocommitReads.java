package org.depesche.platform.database;

import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs reads that need one or two statements and have everything else in memory. Each statement is a snapshot of its
 * own, and runs on a connection with autocommit. Statements that return the same position of the change log have seen
 * the same data. When a read needs more statements, or the position changed, the read starts again in a transaction,
 * whose statements all see one snapshot.
 */
@Singleton
public class AutocommitReads {

    private enum Stage {
        STARTED,
        /** A first statement ran that did not return a position yet. */
        FIRST_STATEMENT,
        /** All data read so far belong to the known position. */
        CONFIRMED,
        /** The position is known or assumed. A statement has to confirm it. */
        UNCONFIRMED,
        /** A connection of the transaction was opened. Its data may belong to another position. */
        INVALID
    }

    private final TransactionSynchronizationRegistry transactions;
    private final Transactions units;
    private final boolean isEnabled;

    AutocommitReads(TransactionSynchronizationRegistry transactions, Transactions units, DatabaseConfig config) {
        this.transactions = transactions;
        this.units = units;
        this.isEnabled = config.autocommitConnections() > 0;
    }

    /**
     * Calls a read once or twice. Side effects of the first call, such as response headers, must also be correct for
     * the second one. In a running transaction the read simply joins it.
     */
    public <T> T call(Supplier<T> unit) {
        if (isOutside()) {
            if (!isEnabled) {
                return units.callWithoutRetry(unit);
            }
            try {
                return units.callWithoutRetry(() -> callAutocommit(unit));
            } catch (TransactionNeeded more) {
                return units.callWithoutRetry(unit);
            }
        }
        return unit.get();
    }

    private <T> T callAutocommit(Supplier<T> unit) {
        setStage(Stage.STARTED);
        try {
            var seen = unit.get();
            if (isConsistent()) {
                return seen;
            }
        } catch (ConnectionException failure) {
            throw failure; // a database that fails or times out is not queried again
        } catch (RuntimeException failure) {
            if (isConsistent()) {
                throw failure;
            }
        }
        throw new TransactionNeeded();
    }

    /** Announces that more statements will follow, which need a transaction. */
    public void requireTransaction() {
        if (isActive()) {
            throw abort();
        }
    }

    /** Whether statements run with autocommit at the moment. */
    public boolean isActive() {
        return stage() != null;
    }

    /** The stage stays invalid even when a caller catches the exception. */
    private TransactionNeeded abort() {
        setStage(Stage.INVALID);
        return new TransactionNeeded();
    }

    /**
     * Assumes that the last known position is still current. A later statement has to confirm it. Returns false when
     * nothing may be assumed any more.
     */
    public boolean assumeOffset() {
        if (stage() != Stage.STARTED) {
            return false;
        }
        setStage(Stage.UNCONFIRMED);
        return true;
    }

    /** Confirms the position, which an autocommit statement has returned. Returns false for any other statement. */
    public boolean confirmOffset() {
        var isSeen = stage() != null && stage() != Stage.INVALID;
        if (isSeen) {
            setStage(Stage.CONFIRMED);
        }
        return isSeen;
    }

    /** Registers a statement as an autocommit read. Returns false when none is active. */
    boolean addStatement() {
        var stage = stage();
        if (stage == null) {
            return false;
        }
        if (stage == Stage.FIRST_STATEMENT || stage == Stage.INVALID) {
            throw abort();
        }
        setStage(stage == Stage.STARTED ? Stage.FIRST_STATEMENT : Stage.UNCONFIRMED);
        return true;
    }

    /** Called when a connection opens that takes part in the transaction. */
    void invalidate() {
        if (isActive()) {
            setStage(Stage.INVALID);
        }
    }

    private boolean isConsistent() {
        return stage() == Stage.CONFIRMED || stage() == Stage.STARTED;
    }

    private void setStage(Stage stage) {
        transactions.putResource(Stage.class, stage);
    }

    private @Nullable Stage stage() {
        return isOutside() ? null : (Stage) transactions.getResource(Stage.class);
    }

    private boolean isOutside() {
        return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
    }

    /** Starts the read again, and is no failure. It therefore has no stack trace. */
    private static final class TransactionNeeded extends RuntimeException {
        TransactionNeeded() {
            super("more than one statement is needed", null, false, false);
        }
    }
}
