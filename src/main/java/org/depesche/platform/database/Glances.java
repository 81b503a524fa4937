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
public class Glances {

    private enum Stage {
        BEGUN,
        /** A first statement was made that did not tell a position yet. */
        FIRST,
        /** All that was read is of the known position. */
        SEEN,
        /** The position is known or assumed; a statement has to tell that it still holds. */
        OPEN,
        /** Somebody opened a connection of the transaction: nobody knows whether what it says fits to what was seen. */
        TORN
    }

    private final TransactionSynchronizationRegistry transactions;
    private final Transactions units;
    private final boolean isWanted;

    Glances(TransactionSynchronizationRegistry transactions, Transactions units, DatabaseConfig config) {
        this.transactions = transactions;
        this.units = units;
        this.isWanted = config.glances() > 0;
    }

    /**
     * Once or twice, so what the first run tells of the answer has to be true of the second as well. Inside a running
     * transaction it just joins that.
     */
    public <T> T call(Supplier<T> unit) {
        if (isOutside()) {
            if (!isWanted) {
                return units.callOnce(unit);
            }
            try {
                return units.callOnce(() -> glance(unit));
            } catch (MoreNeeded more) {
                return units.callOnce(unit);
            }
        }
        return unit.get();
    }

    private <T> T glance(Supplier<T> unit) {
        become(Stage.BEGUN);
        try {
            var seen = unit.get();
            if (isWhole()) {
                return seen;
            }
        } catch (ConnectionException failure) {
            throw failure; // a database that fails, or gives up, is not asked twice
        } catch (RuntimeException failure) {
            if (isWhole()) {
                throw failure;
            }
        }
        throw new MoreNeeded();
    }

    /** Who is about to read more says so: what is read past a glance must not be remembered. */
    public void needMore() {
        if (isRunning()) {
            throw abandoned();
        }
    }

    /** Whether statements are made at a glance just now. */
    public boolean isRunning() {
        return stage() != null;
    }

    /** Whoever catches it on the way makes nothing whole again. */
    private MoreNeeded abandoned() {
        become(Stage.TORN);
        return new MoreNeeded();
    }

    /** Takes a position that was true for the present one, as a later statement will tell; false where that may not be. */
    public boolean assume() {
        if (stage() != Stage.BEGUN) {
            return false;
        }
        become(Stage.OPEN);
        return true;
    }

    /** A statement of a glance told the position; false for any other statement. */
    public boolean confirm() {
        var isSeen = stage() != null && stage() != Stage.TORN;
        if (isSeen) {
            become(Stage.SEEN);
        }
        return isSeen;
    }

    /** Makes a statement one of the glance; false where there is none. */
    boolean take() {
        var stage = stage();
        if (stage == null) {
            return false;
        }
        if (stage == Stage.FIRST || stage == Stage.TORN) {
            throw abandoned();
        }
        become(stage == Stage.BEGUN ? Stage.FIRST : Stage.OPEN);
        return true;
    }

    /** Somebody opens a connection that takes part in the transaction. */
    void tear() {
        if (isRunning()) {
            become(Stage.TORN);
        }
    }

    private boolean isWhole() {
        return stage() == Stage.SEEN || stage() == Stage.BEGUN;
    }

    private void become(Stage stage) {
        transactions.putResource(Stage.class, stage);
    }

    private @Nullable Stage stage() {
        return isOutside() ? null : (Stage) transactions.getResource(Stage.class);
    }

    private boolean isOutside() {
        return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
    }

    /** Not a failure but a way back, so it tells nobody where it was. */
    private static final class MoreNeeded extends RuntimeException {
        MoreNeeded() {
            super("more than one statement is needed", null, false, false);
        }
    }
}
