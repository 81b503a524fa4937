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
 * Gives out the sequences. A follower that has read 6 must never miss a 5 that commits later, and auto-increment order is
 * not commit order: so entries are collected during the transaction, and their numbers are taken from a one-row counter that
 * is locked last, just before the commit.
 */
@ApplicationScoped
class ChangeLogWriter {

    private final Jdbi jdbi;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transactions;
    private final ChangeJson json;
    private final CacheFollower follower;
    private final ResponseMetadata provenance;

    ChangeLogWriter(Jdbi jdbi, EntityManager entities, TransactionSynchronizationRegistry transactions, ChangeJson json,
            CacheFollower follower, ResponseMetadata provenance) {
        this.jdbi = jdbi;
        this.entities = entities;
        this.transactions = transactions;
        this.json = json;
        this.follower = follower;
        this.provenance = provenance;
    }

    /** Will be written when the running transaction commits, in the order of these calls. */
    void append(ChangeEntry entry, boolean touchesVocabulary) {
        var pending = (Pending) transactions.getResource(Pending.class);
        if (pending == null) {
            pending = new Pending();
            transactions.putResource(Pending.class, pending);
            entities.isJoinedToTransaction(); // opens the session now: while the transaction completes it is too late
            transactions.registerInterposedSynchronization(pending);
        }
        pending.entries.add(entry);
        pending.touchesVocabulary |= touchesVocabulary;
    }

    private void write(List<ChangeEntry> entries, boolean touchesVocabulary) {
        entities.flush(); // what Hibernate still holds back must not be written while the counter is locked
        jdbi.useHandle(handle -> {
            var last = advanceCounter(handle, entries.size(), touchesVocabulary);
            var sequence = new AtomicLong(last - entries.size());
            var placed = entries.stream().map(entry -> entry.withSequence(sequence.incrementAndGet())).toList();
            JdbcBatch.write(handle, "insert into change_log (sequence, type, subject_id, at, entry) values (?, ?, ?, ?, ?)",
                    placed,
                    (row, entry) -> row.number(entry.sequence()).text(entry.type()).id(entry.id()).timestamp(entry.at())
                            .text(json.write(entry)));
            reportSequence(last);
        });
    }

    private void reportSequence(long last) {
        try {
            provenance.writtenSequence(last);
        } catch (ContextNotActiveException e) {
            // background work answers nobody
        }
    }

    // last_insert_id(…) hands the new value back without a second look, which in this snapshot could see an older one
    private static long advanceCounter(Handle handle, int count, boolean touchesVocabulary) {
        handle.createUpdate("update change_counter set value = last_insert_id(value + ?)"
                + (touchesVocabulary ? ", vocabulary = value" : "") + " where id = 1").bind(0, count).execute();
        return handle.createQuery("select last_insert_id()").mapTo(Long.class).one();
    }

    private final class Pending implements Synchronization {

        private final List<ChangeEntry> entries = new ArrayList<>();
        private boolean touchesVocabulary;

        @Override
        public void beforeCompletion() {
            if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE && !entries.isEmpty()) {
                write(List.copyOf(entries), touchesVocabulary);
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
