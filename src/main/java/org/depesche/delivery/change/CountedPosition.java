package org.depesche.delivery.change;

import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.depesche.platform.database.PlainSql;
import org.depesche.platform.http.LogPosition;
import org.depesche.platform.http.Provenance;

/** Reads the log's counter once a transaction, first, so that all it reads after belongs to that position. */
@ApplicationScoped
class CountedPosition implements LogPosition {

    private final PlainSql sql;
    private final TransactionSynchronizationRegistry transactions;
    private final Provenance provenance;
    private final CacheFollower follower;

    CountedPosition(PlainSql sql, TransactionSynchronizationRegistry transactions, Provenance provenance,
            CacheFollower follower) {
        this.sql = sql;
        this.transactions = transactions;
        this.provenance = provenance;
        this.follower = follower;
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
        var position = read();
        is(position);
        return position;
    }

    @Override
    public void is(Position position) {
        transactions.putResource(CountedPosition.class, position);
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
