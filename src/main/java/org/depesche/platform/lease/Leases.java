package org.depesche.platform.lease;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Transactions;
import org.jdbi.v3.core.Jdbi;

/**
 * The right to do something alone, for a while. Whoever works longer holds again before the time is over; a node that dies
 * loses its leases by itself. A lease keeps two workers apart by time, not by force: what must not happen twice needs a lock in
 * the data as well.
 */
@ApplicationScoped
public class Leases {

    /** The first assignment sees the row as it was, the second the holder the first has set. */
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

    /** True when this node now holds the lease for that long, newly or on; false while another does. */
    public boolean acquire(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("a lease of " + duration + " holds nothing");
        }
        return transactions.callInNew(() -> jdbi.withHandle(handle -> {
            handle.createUpdate(ACQUIRE).bind("name", name).bind("holder", holder)
                    .bind("microseconds", duration.toNanos() / 1_000).execute();
            return handle.createQuery("select holder = :holder from lease where name = :name")
                    .bind("name", name).bind("holder", holder).mapTo(Boolean.class).one();
        }));
    }

    /** Lets the next one begin at once; harmless when another holds the lease by now. */
    public void release(String name) {
        transactions.callInNew(() -> jdbi.withHandle(handle -> handle
                .createUpdate("delete from lease where name = :name and holder = :holder")
                .bind("name", name).bind("holder", holder).execute()));
    }
}
