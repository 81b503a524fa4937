package org.depesche.delivery.change;

import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.depesche.platform.database.Glances;
import org.depesche.platform.database.PlainSql;
import org.depesche.platform.http.LogPosition;
import org.depesche.platform.http.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log's counter once a transaction, first, so that all it reads after belongs to that position. At a glance the last
 * one known is taken for it, which the answer's own statement confirms: the counter only grows, so nothing happened between.
 */
@ApplicationScoped
class CountedPosition implements LogPosition {

    private final PlainSql sql;
    private final TransactionSynchronizationRegistry transactions;
    private final Provenance provenance;
    private final CacheFollower follower;
    private final Glances glances;
    private volatile @Nullable Position lastKnown;

    CountedPosition(PlainSql sql, TransactionSynchronizationRegistry transactions, Provenance provenance,
            CacheFollower follower, Glances glances) {
        this.sql = sql;
        this.transactions = transactions;
        this.provenance = provenance;
        this.follower = follower;
        this.glances = glances;
    }

    @Override
    public OptionalLong present() {
        return OptionalLong.of(follower.catchUp());
    }

    @Override
    public long seen() {
        return follower.position();
    }

    @Override
    public Position now() {
        if (transactions.getResource(CountedPosition.class) instanceof Position known) {
            return known;
        }
        var last = lastKnown;
        if (last != null && glances.assume()) {
            transactions.putResource(CountedPosition.class, last);
            return last;
        }
        var position = read();
        is(position);
        return position;
    }

    @Override
    public void is(Position position) {
        var known = transactions.getResource(CountedPosition.class);
        transactions.putResource(CountedPosition.class, position);
        if (glances.confirm()) {
            lastKnown = position; // nobody else's is sure to be committed
            if (known != null && !known.equals(position)) {
                glances.needMore();
            }
        }
        tell(position);
    }

    private Position read() {
        return sql.query("select value, vocabulary from change_counter where id = 1", statement -> {
        }, row -> {
            row.next();
            return new Position(row.getLong(1), row.getLong(2));
        });
    }

    private void tell(Position position) {
        try {
            provenance.sequence(position.sequence());
        } catch (ContextNotActiveException e) {
            // background work answers nobody
        }
    }
}
