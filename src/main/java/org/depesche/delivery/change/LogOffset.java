package org.depesche.delivery.change;

import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.depesche.platform.database.AutocommitReads;
import org.depesche.platform.http.ChangeLogPosition;
import org.depesche.platform.http.ResponseMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Reads the counter of the log once in a transaction, and first, so that everything read afterwards belongs to that
 * position. An autocommit read assumes the last known position, and the statement of the response confirms it. The
 * counter only grows: when it is unchanged, nothing happened in between.
 */
@ApplicationScoped
class LogOffset implements ChangeLogPosition {

    private final ChangeLogRepository log;
    private final TransactionSynchronizationRegistry transactions;
    private final ResponseMetadata metadata;
    private final CacheFollower follower;
    private final AutocommitReads autocommitReads;
    private volatile @Nullable Position lastKnown;

    LogOffset(ChangeLogRepository log, TransactionSynchronizationRegistry transactions, ResponseMetadata metadata,
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
        if (transactions.getResource(LogOffset.class) instanceof Position known) {
            return known;
        }
        var last = lastKnown;
        if (last != null && autocommitReads.assumeOffset()) {
            transactions.putResource(LogOffset.class, last);
            return last;
        }
        var position = log.position();
        set(position);
        return position;
    }

    @Override
    public void set(Position position) {
        var known = transactions.getResource(LogOffset.class);
        transactions.putResource(LogOffset.class, position);
        if (autocommitReads.confirmOffset()) {
            lastKnown = position; // only a position of an autocommit read is certain to be committed
            if (known != null && !known.equals(position)) {
                autocommitReads.requireTransaction();
            }
        }
        reportSequence(position);
    }

    private void reportSequence(Position position) {
        try {
            metadata.sequence(position.sequence());
        } catch (ContextNotActiveException e) {
            // background work has no response
        }
    }
}
