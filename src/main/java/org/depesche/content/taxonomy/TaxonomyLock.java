package org.depesche.content.taxonomy;

import java.sql.SQLTransactionRollbackException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jdbi.v3.core.Jdbi;

/**
 * A lock between transactions that write articles (shared) and transactions that delete or merge a category, tag or author,
 * or that move articles between lists because the rights of an image expired or were extended (exclusive). A shared
 * transaction has seen the result of all exclusive ones; otherwise it is retried.
 */
@ApplicationScoped
public class TaxonomyLock {

    private final Jdbi jdbi;
    private final TransactionSynchronizationRegistry transactions;

    TaxonomyLock(Jdbi jdbi, TransactionSynchronizationRegistry transactions) {
        this.jdbi = jdbi;
        this.transactions = transactions;
    }

    /** Prevents exclusive transactions until the end of the running transaction. */
    public void lockShared() {
        if (transactions.getResource(TaxonomyLock.class) != null) {
            return;
        }
        transactions.putResource(TaxonomyLock.class, true);
        if (closings(" lock in share mode") != closings("")) {
            throw new IllegalStateException("Taxonomy entries were deleted concurrently",
                    new SQLTransactionRollbackException("the transaction began before the last exclusive lock", "40001"));
        }
    }

    /**
     * Waits for all shared transactions and blocks new ones until the end of the running transaction. Must be the
     * transaction's first statement, so that its snapshot includes the shared ones.
     */
    public void lockExclusive() {
        transactions.putResource(TaxonomyLock.class, true);
        jdbi.useHandle(handle -> handle.execute("update name_gate set closings = closings + 1 where id = 1"));
    }

    private long closings(String lock) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select closings from name_gate where id = 1" + lock).mapTo(Long.class).one());
    }
}
