package org.depesche.delivery.change;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.depesche.platform.http.ResponseMetadata;

/**
 * Appends the entries of a transaction to the change log just before the commit. The sequences come from a one-row counter that
 * is locked last, because a follower that has read 6 must never miss a 5 that commits later. The order of an auto-increment
 * column is not the order of commits.
 */
@ApplicationScoped
class ChangeLogWriter {

    private final ChangeLogRepository log;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transactions;
    private final CacheFollower follower;
    private final ResponseMetadata metadata;

    ChangeLogWriter(ChangeLogRepository log, EntityManager entities, TransactionSynchronizationRegistry transactions,
            CacheFollower follower, ResponseMetadata metadata) {
        this.log = log;
        this.entities = entities;
        this.transactions = transactions;
        this.follower = follower;
        this.metadata = metadata;
    }

    /** Writes the entry when the running transaction commits. Entries keep the order of these calls. */
    void append(ChangeEntry entry, boolean changesTaxonomy) {
        var pending = (Pending) transactions.getResource(Pending.class);
        if (pending == null) {
            pending = new Pending();
            transactions.putResource(Pending.class, pending);
            entities.isJoinedToTransaction(); // opens the session: it cannot be opened while the transaction completes
            transactions.registerInterposedSynchronization(pending);
        }
        pending.entries.add(entry);
        pending.changesTaxonomy |= changesTaxonomy;
    }

    private void write(List<ChangeEntry> entries, boolean changesTaxonomy) {
        entities.flush(); // pending changes of Hibernate must not be written while the counter is locked
        reportSequence(log.append(entries, changesTaxonomy));
    }

    private void reportSequence(long last) {
        try {
            metadata.writtenSequence(last);
        } catch (ContextNotActiveException e) {
            // a background worker has no response
        }
    }

    private final class Pending implements Synchronization {

        private final List<ChangeEntry> entries = new ArrayList<>();
        private boolean changesTaxonomy;

        @Override
        public void beforeCompletion() {
            if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE && !entries.isEmpty()) {
                write(List.copyOf(entries), changesTaxonomy);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED && !entries.isEmpty()) {
                follower.wake();
            }
        }
    }
}
