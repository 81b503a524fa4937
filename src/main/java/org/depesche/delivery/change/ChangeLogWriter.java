package org.depesche.delivery.change;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.depesche.platform.database.JdbcBatch;
import org.depesche.platform.http.ResponseMetadata;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Assigns sequences to changes and writes them to the log. A follower that has read 6 must never miss a 5 that commits
 * later, and auto-increment order is not commit order. Entries are therefore collected during the transaction. Their
 * sequences come from a one-row counter, which is locked last, just before the commit.
 */
@ApplicationScoped
class ChangeLogWriter {

    private final Jdbi jdbi;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transactions;
    private final ChangeJson json;
    private final CacheFollower follower;
    private final ResponseMetadata metadata;

    ChangeLogWriter(Jdbi jdbi, EntityManager entities, TransactionSynchronizationRegistry transactions, ChangeJson json,
            CacheFollower follower, ResponseMetadata metadata) {
        this.jdbi = jdbi;
        this.entities = entities;
        this.transactions = transactions;
        this.json = json;
        this.follower = follower;
        this.metadata = metadata;
    }

    /**
     * Adds an entry to the running transaction. Entries are written when the transaction commits, in the order of these
     * calls.
     * @param touchesTaxonomy whether sites, categories, tags, authors or images changed, which nodes cache
     */
    void append(ChangeEntry entry, boolean touchesTaxonomy) {
        var pending = (Pending) transactions.getResource(Pending.class);
        if (pending == null) {
            pending = new Pending();
            transactions.putResource(Pending.class, pending);
            entities.isJoinedToTransaction(); // opens the session now, because it cannot be opened while the transaction completes
            transactions.registerInterposedSynchronization(pending);
        }
        pending.entries.add(entry);
        pending.touchesTaxonomy |= touchesTaxonomy;
    }

    private void write(List<ChangeEntry> entries, boolean touchesTaxonomy) {
        entities.flush(); // writes Hibernate's pending changes before the counter is locked
        jdbi.useHandle(handle -> {
            var last = advanceCounter(handle, entries.size(), touchesTaxonomy);
            var sequence = new AtomicLong(last - entries.size());
            var numbered = entries.stream().map(entry -> entry.withSequence(sequence.incrementAndGet())).toList();
            JdbcBatch.write(handle, "insert into change_log (sequence, type, subject_id, at, entry) values (?, ?, ?, ?, ?)",
                    numbered,
                    (row, entry) -> row.number(entry.sequence()).text(entry.type()).id(entry.id()).timestamp(entry.at())
                            .text(json.write(entry)));
            reportSequence(last);
        });
    }

    private void reportSequence(long last) {
        try {
            metadata.writtenSequence(last);
        } catch (ContextNotActiveException e) {
            // background work has no response
        }
    }

    // last_insert_id(…) returns the new value without another read, which in this snapshot could see an older value
    private static long advanceCounter(Handle handle, int count, boolean touchesTaxonomy) {
        handle.createUpdate("update change_counter set value = last_insert_id(value + ?)"
                + (touchesTaxonomy ? ", vocabulary = value" : "") + " where id = 1").bind(0, count).execute();
        return handle.createQuery("select last_insert_id()").mapTo(Long.class).one();
    }

    private final class Pending implements Synchronization {

        private final List<ChangeEntry> entries = new ArrayList<>();
        private boolean touchesTaxonomy;

        @Override
        public void beforeCompletion() {
            if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE && !entries.isEmpty()) {
                write(List.copyOf(entries), touchesTaxonomy);
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
