package org.depesche.delivery.change;

import java.util.OptionalLong;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.depesche.platform.database.AutocommitReads;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.ResponseMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Reads the counter of the log once in a transaction, and first, so that everything read afterwards belongs to that
 * position. A read outside of transactions assumes the last known position, and each of its statements returns its own. The
 * counter only grows: when it is unchanged, nothing happened in between.
 */
@Singleton
class CounterPositionTracker implements ChangeLogPositionTracker {

    private final ChangeLogRepository log;
    private final TransactionSynchronizationRegistry transactions;
    private final ResponseMetadata metadata;
    private final CacheFollower follower;
    private final AutocommitReads autocommitReads;
    private volatile @Nullable Position lastKnown;

    CounterPositionTracker(ChangeLogRepository log, TransactionSynchronizationRegistry transactions, ResponseMetadata metadata,
            CacheFollower follower, AutocommitReads autocommitReads) {
        this.log = log;
        this.transactions = transactions;
        this.metadata = metadata;
        this.follower = follower;
        this.autocommitReads = autocommitReads;
    }

    @Override
    public OptionalLong latest() {
        return OptionalLong.of(follower.catchUp());
    }

    @Override
    public long lastFollowed() {
        return follower.position();
    }

    @Override
    public Position readAndRecord() {
        var attempt = autocommitReads.current();
        if (attempt.isPresent()) {
            return assumed(attempt.get());
        }
        return transactions.getResource(CounterPositionTracker.class) instanceof Position known ? known : read();
    }

    private Position assumed(AutocommitReads.Attempt attempt) {
        var known = attempt.position(Position.class);
        if (known.isPresent()) {
            return known.get();
        }
        var last = lastKnown;
        if (last == null) {
            return read();
        }
        attempt.assume(last);
        return last;
    }

    @Override
    public Position confirmed() {
        var attempt = autocommitReads.current();
        return attempt.isPresent() && !attempt.get().isConfirmed() ? read() : readAndRecord();
    }

    private Position read() {
        var position = log.position();
        set(position);
        return position;
    }

    @Override
    public void set(Position position) {
        var attempt = autocommitReads.current();
        lastKnown = position; // of any read: a wrong assumption is not confirmed, an old one would never be
        if (attempt.isPresent()) {
            confirm(attempt.get(), position);
        } else {
            transactions.putResource(CounterPositionTracker.class, position);
        }
        reportSequence(position);
    }

    /** Values that were read from caches before the first statement depend on the taxonomy only. */
    private void confirm(AutocommitReads.Attempt attempt, Position position) {
        var known = attempt.position(Position.class);
        if (known.isPresent() && !(attempt.hasRead() ? known.get().equals(position)
                : known.get().taxonomy() == position.taxonomy())) {
            autocommitReads.requireTransaction();
        }
        attempt.confirm(position);
    }

    private void reportSequence(Position position) {
        try {
            metadata.sequence(position.sequence());
        } catch (ContextNotActiveException e) {
            // background work has no response
        }
    }
}
