package org.depesche.platform.database;

import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs what needs one or two statements and finds the rest in memory. Each statement is a snapshot by itself, so they go out on
 * connections that commit by themselves; those that tell the same position of the log saw the same. What turns out to need
 * more, or met a change, is begun anew, in a transaction whose statements all see one state.
 */
@Singleton
public class AutocommitReads {

    private enum Stage {
        STARTED,
        /** A first statement was made that did not tell a position yet. */
        FIRST_STATEMENT,
        /** All that was read is of the known position. */
        CONFIRMED,
        /** The position is known or assumed; a statement has to tell that it still holds. */
        UNCONFIRMED,
        /** Somebody opened a connection of the transaction: nobody knows whether what it says fits to what was seen. */
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
     * Once or twice, so what the first run tells of the answer has to be true of the second as well. Inside a running
     * transaction it just joins that.
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
            throw failure; // a database that fails, or gives up, is not asked twice
        } catch (RuntimeException failure) {
            if (isConsistent()) {
                throw failure;
            }
        }
        throw new TransactionNeeded();
    }

    /** Who is about to read more says so: what is read past a glance must not be remembered. */
    public void requireTransaction() {
        if (isActive()) {
            throw abort();
        }
    }

    /** Whether statements are made at a glance just now. */
    public boolean isActive() {
        return stage() != null;
    }

    /** Whoever catches it on the way makes nothing whole again. */
    private TransactionNeeded abort() {
        setStage(Stage.INVALID);
        return new TransactionNeeded();
    }

    /** Takes a position that was true for the present one, as a later statement will tell; false where that may not be. */
    public boolean assumeOffset() {
        if (stage() != Stage.STARTED) {
            return false;
        }
        setStage(Stage.UNCONFIRMED);
        return true;
    }

    /** A statement of a glance told the position; false for any other statement. */
    public boolean confirmOffset() {
        var isSeen = stage() != null && stage() != Stage.INVALID;
        if (isSeen) {
            setStage(Stage.CONFIRMED);
        }
        return isSeen;
    }

    /** Makes a statement one of the glance; false where there is none. */
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

    /** Somebody opens a connection that takes part in the transaction. */
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

    /** Not a failure but a way back, so it tells nobody where it was. */
    private static final class TransactionNeeded extends RuntimeException {
        TransactionNeeded() {
            super("more than one statement is needed", null, false, false);
        }
    }
}
