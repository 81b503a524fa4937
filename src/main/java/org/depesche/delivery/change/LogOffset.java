package org.depesche.delivery.change;

import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.depesche.platform.database.AutocommitReads;
import org.depesche.platform.database.JdbcReader;
import org.depesche.platform.http.ChangeLogPosition;
import org.depesche.platform.http.ResponseMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log's counter once a transaction, first, so that all it reads after belongs to that position. At a glance the last
 * one known is taken for it, which the answer's own statement confirms: the counter only grows, so nothing happened between.
 */
@ApplicationScoped
class LogOffset implements ChangeLogPosition {

    private final JdbcReader sql;
    private final TransactionSynchronizationRegistry transactions;
    private final ResponseMetadata provenance;
    private final CacheFollower follower;
    private final AutocommitReads glances;
    private volatile @Nullable Position lastKnown;

    LogOffset(JdbcReader sql, TransactionSynchronizationRegistry transactions, ResponseMetadata provenance,
            CacheFollower follower, AutocommitReads glances) {
        this.sql = sql;
        this.transactions = transactions;
        this.provenance = provenance;
        this.follower = follower;
        this.glances = glances;
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
        if (last != null && glances.assumeOffset()) {
            transactions.putResource(LogOffset.class, last);
            return last;
        }
        var position = readCounter();
        set(position);
        return position;
    }

    @Override
    public void set(Position position) {
        var known = transactions.getResource(LogOffset.class);
        transactions.putResource(LogOffset.class, position);
        if (glances.confirmOffset()) {
            lastKnown = position; // nobody else's is sure to be committed
            if (known != null && !known.equals(position)) {
                glances.requireTransaction();
            }
        }
        reportSequence(position);
    }

    private Position readCounter() {
        return sql.query("select value, vocabulary from change_counter where id = 1", statement -> {
        }, row -> {
            row.next();
            return new Position(row.getLong(1), row.getLong(2));
        });
    }

    private void reportSequence(Position position) {
        try {
            provenance.sequence(position.sequence());
        } catch (ContextNotActiveException e) {
            // background work answers nobody
        }
    }
}
