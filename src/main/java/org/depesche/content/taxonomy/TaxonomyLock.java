package org.depesche.content.taxonomy;

import java.sql.SQLTransactionRollbackException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jdbi.v3.core.Jdbi;

/**
 * Keeps apart who writes articles and who takes away a category, tag or author that they may name: many pass together, one
 * closes it alone. Who passes has seen every closing before, or is told to begin anew.
 */
@ApplicationScoped
public class TaxonomyLock {

    private final Jdbi jdbi;
    private final TransactionSynchronizationRegistry transactions;

    TaxonomyLock(Jdbi jdbi, TransactionSynchronizationRegistry transactions) {
        this.jdbi = jdbi;
        this.transactions = transactions;
    }

    /** Until the running transaction ends no name goes away. */
    public void lockShared() {
        if (transactions.getResource(TaxonomyLock.class) != null) {
            return;
        }
        transactions.putResource(TaxonomyLock.class, true);
        if (closings(" lock in share mode") != closings("")) {
            throw new IllegalStateException("Names went away meanwhile",
                    new SQLTransactionRollbackException("begun before the gate was closed last", "40001"));
        }
    }

    /** Alone from here until the running transaction ends; its first statement, so that it sees all who passed. */
    public void lockExclusive() {
        transactions.putResource(TaxonomyLock.class, true);
        jdbi.useHandle(handle -> handle.execute("update name_gate set closings = closings + 1 where id = 1"));
    }

    private long closings(String lock) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select closings from name_gate where id = 1" + lock).mapTo(Long.class).one());
    }
}
