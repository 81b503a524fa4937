package org.depesche.delivery.purge;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.database.Transactions;
import org.jdbi.v3.core.Jdbi;

/** Stores the position of each network in the change log, for the next start and for other nodes. */
@ApplicationScoped
class PurgePositionRepository {

    private final Jdbi jdbi;
    private final Transactions transactions;
    private final Clock clock;

    PurgePositionRepository(Jdbi jdbi, Transactions transactions, Clock clock) {
        this.jdbi = jdbi;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The position of a network. A new network starts at the end of the log, because its cache is empty. */
    long findOrStart(String endpoint, long end) {
        return transactions.callInNew(() -> jdbi.withHandle(handle -> {
            handle.createUpdate("insert ignore into follower (name, sequence, moved_at) values (?, ?, ?)")
                    .bind(0, name(endpoint)).bind(1, end).bind(2, clock.instant()).execute();
            return handle.createQuery("select sequence from follower where name = ?").bind(0, name(endpoint))
                    .mapTo(Long.class).one();
        }));
    }

    void advance(String endpoint, long sequence) {
        transactions.callInNew(() -> jdbi.withHandle(handle -> handle
                .createUpdate("update follower set sequence = ?, moved_at = ? where name = ? and sequence < ?")
                .bind(0, sequence).bind(1, clock.instant()).bind(2, name(endpoint)).bind(3, sequence).execute()));
    }

    private static String name(String endpoint) {
        return "purge:" + endpoint;
    }
}
