package org.depesche.delivery.change;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.depesche.content.projection.ArticleEvent;
import org.depesche.delivery.change.tag.TagChanges;
import org.depesche.platform.http.CacheTag;
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
    private final TagChanges tagChanges;
    private final Clock clock;

    ChangeLogWriter(ChangeLogRepository log, EntityManager entities, TransactionSynchronizationRegistry transactions,
            CacheFollower follower, ResponseMetadata metadata, TagChanges tagChanges, Clock clock) {
        this.log = log;
        this.entities = entities;
        this.transactions = transactions;
        this.follower = follower;
        this.metadata = metadata;
        this.tagChanges = tagChanges;
        this.clock = clock;
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
        var last = log.append(entries, changesTaxonomy);
        tagChanges.record(entries.stream().flatMap(ChangeLogWriter::recordedTags).toList(), clock.instant());
        reportSequence(last);
    }

    /**
     * The tags whose time of change is recorded. A new article changes lists, but neither its images nor anything that was made
     * of it before: an import would record a row for each of its articles.
     */
    private static Stream<CacheTag> recordedTags(ChangeEntry entry) {
        var isArticle = entry.type().startsWith("article.");
        var isNew = entry.type().equals(ArticleEvent.Kind.PUBLISHED.type());
        return entry.cacheTags().stream().filter(
                tag -> !(isArticle && tag.kind().equals("image")) && !(isNew && tag.kind().equals("article")));
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
