package org.depesche.platform.database;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

/**
 * Runs reads outside of transactions. Each statement of such a read is a snapshot of its own, on a connection with
 * autocommit, and returns the position of the change log in the same result. Statements that returned the same position
 * have seen the same data. A read that needs another statement, or meets a change, gives up; its caller repeats it in a
 * transaction.
 */
@Singleton
public class AutocommitReads {

    private final ThreadLocal<Attempt> attempts = new ThreadLocal<>();
    private final boolean isEnabled;

    AutocommitReads(DatabaseConfig config) {
        this.isEnabled = config.autocommitConnections() > 0;
    }

    /** A read that is running. */
    public static final class Attempt {

        private @Nullable Object position;
        private boolean hasRead;
        private boolean isConfirmed;
        private boolean isGivenUp;

        private Attempt() {
        }

        /** The position that the read assumes, or that its statements returned. Empty before either. */
        public <T> Optional<T> position(Class<T> type) {
            return Optional.ofNullable(position).map(type::cast);
        }

        /** Whether a statement has returned its position. */
        public boolean hasRead() {
            return hasRead;
        }

        /** Whether the last statement of the read has returned its position. */
        public boolean isConfirmed() {
            return isConfirmed;
        }

        /** Sets the position to read at, before a statement confirms it. */
        public void assume(Object assumed) {
            position = assumed;
        }

        /** Records the position that a statement returned. */
        public void confirm(Object returned) {
            position = returned;
            hasRead = true;
            isConfirmed = true;
        }
    }

    /**
     * Runs a read, and returns its result. Empty when the read gave up: the caller then discards what the read has recorded in
     * the response metadata. An exception of the read means the same, unless it is a failure of the database.
     */
    public <T> Optional<T> attempt(Supplier<T> read) {
        if (!isEnabled) {
            return Optional.empty();
        }
        var attempt = new Attempt();
        attempts.set(attempt);
        try {
            var result = read.get();
            return attempt.isConfirmed && !attempt.isGivenUp ? Optional.of(result) : Optional.empty();
        } catch (TransactionNeeded more) {
            return Optional.empty();
        } finally {
            attempts.remove();
        }
    }

    /** The read that is running on this thread. */
    public Optional<Attempt> current() {
        return Optional.ofNullable(attempts.get());
    }

    /** Ends the running read, if there is one, because what follows needs a transaction. */
    public void requireTransaction() {
        if (attempts.get() != null) {
            giveUp();
            throw new TransactionNeeded();
        }
    }

    /** Called when a connection of a transaction opens. Its data may belong to another position. */
    void giveUp() {
        current().ifPresent(attempt -> attempt.isGivenUp = true);
    }

    /** Returns whether a statement runs with autocommit. The statement has to return the position. */
    boolean addStatement() {
        var attempt = attempts.get();
        if (attempt != null) {
            attempt.isConfirmed = false;
        }
        return attempt != null;
    }

    /** Ends a read, and is no failure. It therefore has no stack trace. */
    private static final class TransactionNeeded extends RuntimeException {
        TransactionNeeded() {
            super("a transaction is needed", null, false, false);
        }
    }
}
