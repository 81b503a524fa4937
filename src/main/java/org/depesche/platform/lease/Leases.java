package org.depesche.platform.lease;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Transactions;
import org.jdbi.v3.core.Jdbi;

/**
 * Leases: exclusive rights for a limited time. A holder that works longer renews its lease in time, and the leases of a
 * failed node expire. A lease separates two workers by time only: whatever must never happen twice needs a lock in the
 * database as well.
 */
@ApplicationScoped
public class Leases {

    /** The first assignment sees the old row. The second one sees the holder that the first one has set. */
    private static final String ACQUIRE = """
            insert into lease (name, holder, held_until)
            values (:name, :holder, utc_timestamp(6) + interval :microseconds microsecond)
            on duplicate key update
              holder = if(held_until <= utc_timestamp(6), values(holder), holder),
              held_until = if(holder = values(holder), values(held_until), held_until)""";

    private final Jdbi jdbi;
    private final Transactions transactions;
    private final UUID holder;

    @Inject
    Leases(Jdbi jdbi, Transactions transactions) {
        this(jdbi, transactions, Uuid7.next());
    }

    Leases(Jdbi jdbi, Transactions transactions, UUID holder) {
        this.jdbi = jdbi;
        this.transactions = transactions;
        this.holder = holder;
    }

    /** Acquires or renews a lease for a duration from now. Returns false while another node holds the lease. */
    public boolean acquire(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("a lease needs a positive duration: " + duration);
        }
        return transactions.callInNew(() -> jdbi.withHandle(handle -> {
            handle.createUpdate(ACQUIRE).bind("name", name).bind("holder", holder)
                    .bind("microseconds", duration.toNanos() / 1_000).execute();
            return handle.createQuery("select holder = :holder from lease where name = :name")
                    .bind("name", name).bind("holder", holder).mapTo(Boolean.class).one();
        }));
    }

    /**
     * Releases a lease, so that another node can acquire it immediately. Does nothing when another node holds the
     * lease.
     */
    public void release(String name) {
        transactions.callInNew(() -> jdbi.withHandle(handle -> handle
                .createUpdate("delete from lease where name = :name and holder = :holder")
                .bind("name", name).bind("holder", holder).execute()));
    }
}
