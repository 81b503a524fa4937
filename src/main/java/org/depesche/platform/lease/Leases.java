package org.depesche.platform.lease;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Transactions;

/**
 * The right of one node to do something alone for a while. The holder renews a lease before it expires; the lease of a crashed
 * node expires by itself. Two nodes may believe for a moment that they hold the same lease, so what must never happen twice
 * needs a lock on the data as well.
 */
@ApplicationScoped
public class Leases {

    private final LeaseRepository rows;
    private final Transactions transactions;
    private final UUID holder;

    @Inject
    Leases(LeaseRepository rows, Transactions transactions) {
        this(rows, transactions, Uuid7.next());
    }

    Leases(LeaseRepository rows, Transactions transactions, UUID holder) {
        this.rows = rows;
        this.transactions = transactions;
        this.holder = holder;
    }

    /** Takes or renews the lease. Returns false while another node holds it. */
    public boolean acquire(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("a lease of " + duration + " holds nothing");
        }
        return transactions.callInNew(() -> rows.acquire(name, holder, duration));
    }

    /** Lets another node begin at once. Does nothing when another node holds the lease. */
    public void release(String name) {
        transactions.callInNew(() -> {
            rows.release(name, holder);
            return true;
        });
    }
}
