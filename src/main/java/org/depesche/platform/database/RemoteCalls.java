package org.depesche.platform.database;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Calls other systems, such as a search index, without a database connection. A call in a transaction ends that transaction:
 * the call runs outside, and the read is repeated with its result. Otherwise a slow system would use up the connections.
 */
@Singleton
public class RemoteCalls {

    /** So often a read is repeated at most. Data that change all the time may need another call each time. */
    private static final int MAX_REPETITIONS = 4;

    private final ThreadLocal<Map<Object, Object>> results = new ThreadLocal<>();
    private final TransactionSynchronizationRegistry transactions;

    RemoteCalls(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /**
     * Runs a read that begins its transactions itself. It is repeated after each call that it makes within one, and must
     * therefore have no effect but on the response.
     */
    public <T> T read(Supplier<T> read) {
        if (results.get() != null || isInTransaction()) {
            return read.get();
        }
        var known = new HashMap<Object, Object>();
        results.set(known);
        try {
            while (true) {
                try {
                    return read.get();
                } catch (CallNeeded needed) {
                    known.put(needed.key, needed.call.get());
                }
            }
        } finally {
            results.remove();
        }
    }

    /**
     * Calls another system: outside of the transaction if the caller is within {@link #read}, and at once otherwise.
     *
     * @param key equal for calls with the same result
     */
    public <T> T call(Object key, Class<T> type, Supplier<T> call) {
        var known = results.get();
        if (known == null || !isInTransaction()) {
            return call.get();
        }
        var result = known.get(key);
        if (result != null) {
            return type.cast(result);
        }
        if (known.size() >= MAX_REPETITIONS) {
            return call.get();
        }
        throw new CallNeeded(key, call);
    }

    private boolean isInTransaction() {
        return transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    /** Ends a transaction, and is no failure. It therefore has no stack trace. */
    private static final class CallNeeded extends RuntimeException {

        private final transient Object key;
        private final transient Supplier<?> call;

        CallNeeded(Object key, Supplier<?> call) {
            super("a call outside of the transaction is needed", null, false, false);
            this.key = key;
            this.call = call;
        }
    }
}
