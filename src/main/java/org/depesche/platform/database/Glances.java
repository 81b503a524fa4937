package org.depesche.platform.database;

import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jspecify.annotations.Nullable;

/**
 * Runs what most often needs a single statement, and finds the rest in memory: that statement is a snapshot by itself, so it
 * goes out on a connection that commits by itself. What turns out to need more is begun anew, in a transaction whose
 * statements all see one state.
 */
@Singleton
public class Glances {

    private enum Stage {
        BEGUN,
        /** The one statement was made. */
        SEEN,
        /** Another was made past it: nobody knows whether both saw the same. */
        TORN
    }

    private final TransactionSynchronizationRegistry transactions;
    private final Transactions units;

    Glances(TransactionSynchronizationRegistry transactions, Transactions units) {
        this.transactions = transactions;
        this.units = units;
    }

    /** Once or twice, so the unit must have no effect outside. Inside a running transaction it just joins that. */
    public <T> T call(Supplier<T> unit) {
        if (isOutside()) {
            try {
                return units.callOnce(() -> glance(unit));
            } catch (MoreNeeded more) {
                return units.callOnce(unit);
            }
        }
        return unit.get();
    }

    private <T> T glance(Supplier<T> unit) {
        transactions.putResource(Stage.class, Stage.BEGUN);
        try {
            var seen = unit.get();
            if (stage() != Stage.TORN) {
                return seen;
            }
        } catch (RuntimeException failure) {
            if (stage() != Stage.TORN) {
                throw failure;
            }
        }
        throw new MoreNeeded();
    }

    /** Who is about to read more says so: what is read past a glance must not be remembered. */
    public void more() {
        if (stage() != null) {
            throw new MoreNeeded();
        }
    }

    /** Whether a statement is the one of a glance. */
    boolean takes() {
        if (stage() == null) {
            return false;
        }
        if (stage() != Stage.BEGUN) {
            throw new MoreNeeded();
        }
        transactions.putResource(Stage.class, Stage.SEEN);
        return true;
    }

    /** Somebody opens a connection that takes part in the transaction. */
    void tear() {
        if (stage() != null) {
            transactions.putResource(Stage.class, Stage.TORN);
        }
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
