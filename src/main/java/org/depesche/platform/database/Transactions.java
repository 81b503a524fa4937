package org.depesche.platform.database;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Runs a unit in a transaction of its own and repeats it when it lost against another: a deadlock, a lock not had in time,
 * a conflict between the nodes of a Galera cluster. So a unit must have no effect outside the database.
 */
@Singleton
public class Transactions {

    private final TransactionSynchronizationRegistry transactions;
    private final DatabaseConfig config;

    Transactions(TransactionSynchronizationRegistry transactions, DatabaseConfig config) {
        this.transactions = transactions;
        this.config = config;
    }

    /** Inside a running transaction the unit just joins it: half a transaction cannot be repeated. */
    public <T> T call(Supplier<T> unit) {
        return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION ? callInNew(unit) : unit.get();
    }

    public void run(Runnable unit) {
        call(() -> {
            unit.run();
            return true;
        });
    }

    /**
     * In a transaction of its own even inside a running one, which waits meanwhile: what it writes stays when that one fails.
     */
    public <T> T callInNew(Supplier<T> unit) {
        for (var attempt = 1;; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(unit::get);
            } catch (RuntimeException e) {
                if (attempt >= config.maxAttempts() || !TransactionConflict.isCauseOf(e)) {
                    throw e;
                }
                Log.debugf(e, "Transaction lost a conflict, attempt=%d", attempt);
                pause(attempt);
            }
        }
    }

    /** Without a second attempt, for a caller who knows something better to do when it fails. */
    public <T> T callWithoutRetry(Supplier<T> unit) {
        return QuarkusTransaction.requiringNew().call(unit::get);
    }

    /** Random, so that two that met do not meet again. */
    private void pause(int attempt) {
        var longest = Math.max(1, config.retryDelay().toMillis()) << Math.min(attempt - 1, 4);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to repeat a transaction", e);
        }
    }
}
