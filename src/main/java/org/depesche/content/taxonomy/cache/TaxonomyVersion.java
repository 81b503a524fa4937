package org.depesche.content.taxonomy.cache;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.depesche.platform.database.AutocommitReads;
import org.depesche.platform.http.ChangeLogPositionTracker;

/**
 * Lets packages cache what they read until the taxonomy changes. A transaction that changes the taxonomy neither reads
 * nor fills the caches, because it may be rolled back.
 */
@ApplicationScoped
public class TaxonomyVersion {

    private static final String CHANGED = "org.depesche.content.taxonomy.changed";

    private final ChangeLogPositionTracker positions;
    private final TransactionSynchronizationRegistry transactions;
    private final AutocommitReads autocommitReads;

    TaxonomyVersion(ChangeLogPositionTracker positions, TransactionSynchronizationRegistry transactions,
            AutocommitReads autocommitReads) {
        this.positions = positions;
        this.transactions = transactions;
        this.autocommitReads = autocommitReads;
    }

    /**
     * Returns the cached value, or reads it. Requires a transaction, so that the version and the value come from one
     * snapshot.
     */
    public <T> T cached(VersionedCache<T> cache, Supplier<T> reader) {
        return isMarkedChanged() ? reader.get() : cache.get(positions.readAndRecord().taxonomy(), () -> load(reader));
    }

    /** Reads a value that is missing in the cache of the current version. */
    <T> T load(Supplier<T> reader) {
        autocommitReads.requireTransaction();
        return reader.get();
    }

    /** Records that this transaction changes the taxonomy, or has seen a change that its snapshot does not contain. */
    public void markChanged() {
        transactions.putResource(CHANGED, true);
    }

    /** Returns whether this transaction must use locking reads, because its snapshot may be outdated. */
    public boolean isMarkedChanged() {
        return transactions.getResource(CHANGED) != null;
    }
}
