package org.depesche.delivery.change;

import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.depesche.platform.http.LogPosition;
import org.depesche.platform.http.Provenance;
import org.jdbi.v3.core.Jdbi;

/** Reads the log's counter once a transaction, first, so that all it reads after belongs to that position. */
@ApplicationScoped
class CountedPosition implements LogPosition {

    private final Jdbi jdbi;
    private final TransactionSynchronizationRegistry transactions;
    private final Provenance provenance;
    private final CacheFollower follower;

    CountedPosition(Jdbi jdbi, TransactionSynchronizationRegistry transactions, Provenance provenance,
            CacheFollower follower) {
        this.jdbi = jdbi;
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
        return jdbi.withHandle(handle -> handle.createQuery("select value, vocabulary from change_counter where id = 1")
                .map((row, context) -> new Position(row.getLong(1), row.getLong(2))).one());
    }

    private void tell(Position position) {
        try {
            provenance.sequence(position.sequence());
        } catch (ContextNotActiveException e) {
            // background work answers nobody
        }
    }
}
