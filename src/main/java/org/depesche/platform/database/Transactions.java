package org.depesche.platform.database;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Runs work in a transaction, and repeats the transaction when it conflicts with others. Conflicts are deadlocks, lock
 * wait timeouts, and conflicts between the nodes of a Galera cluster. The work must therefore have no effect outside
 * the database.
 */
@Singleton
public class Transactions {

    private final TransactionSynchronizationRegistry transactions;
    private final DatabaseConfig config;

    Transactions(TransactionSynchronizationRegistry transactions, DatabaseConfig config) {
        this.transactions = transactions;
        this.config = config;
    }

    /**
     * Runs work in a new transaction. In a running transaction the work joins it, because a part of a transaction
     * cannot be repeated.
     */
    public <T> T call(Supplier<T> work) {
        return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION ? callInNew(work) : work.get();
    }

    /** Runs work without a result, as {@link #call} does. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Runs work in a new transaction, even within a running one, which waits meanwhile. The changes of the work stay when
     * the outer transaction fails.
     */
    public <T> T callInNew(Supplier<T> work) {
        for (var attempt = 1;; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(work::get);
            } catch (RuntimeException e) {
                if (attempt >= config.maxAttempts() || !TransactionConflict.isCauseOf(e)) {
                    throw e;
                }
                Log.debugf(e, "Transaction lost a conflict, attempt=%d", attempt);
                pause(attempt);
            }
        }
    }

    /**
     * Runs a read that takes longer than other transactions may, and sees one snapshot all the time.
     * @param timeout the longest time; afterwards the transaction fails
     */
    public <T> T readFor(Duration timeout, Supplier<T> work) {
        return QuarkusTransaction.requiringNew().timeout(JdbcReader.timeoutSeconds(timeout)).call(work::get);
    }

    /** Runs work without a repetition, for callers that handle a conflict otherwise. */
    public <T> T callWithoutRetry(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    /** Pauses for a random time, so that two conflicting transactions do not conflict again. */
    private void pause(int attempt) {
        var maxMillis = Math.max(1, config.retryDelay().toMillis()) << Math.min(attempt - 1, 4);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(maxMillis) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to repeat a transaction", e);
        }
    }
}
