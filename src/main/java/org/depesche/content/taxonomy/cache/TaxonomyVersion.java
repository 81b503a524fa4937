package org.depesche.content.taxonomy.cache;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.depesche.platform.database.AutocommitReads;
import org.depesche.platform.http.ChangeLogPosition;

/**
 * Lets rooms remember what they read until the vocabulary moves. A transaction that itself changed it neither uses nor
 * fills what is remembered: others must not see what may yet be rolled back.
 */
@ApplicationScoped
public class TaxonomyVersion {

    private static final String CHANGED = "org.depesche.content.taxonomy.changed";

    private final ChangeLogPosition positions;
    private final TransactionSynchronizationRegistry transactions;
    private final AutocommitReads glances;

    TaxonomyVersion(ChangeLogPosition positions, TransactionSynchronizationRegistry transactions, AutocommitReads glances) {
        this.positions = positions;
        this.transactions = transactions;
        this.glances = glances;
    }

    /** Needs a transaction, so that the number and what is read belong to one snapshot. */
    public <T> T cached(VersionedCache<T> memory, Supplier<T> fresh) {
        return isMarkedChanged() ? fresh.get() : memory.get(positions.readAndRecord().taxonomy(), () -> load(fresh));
    }

    /** What is missing in a memory that belongs to the present number. */
    <T> T load(Supplier<T> fresh) {
        glances.requireTransaction();
        return fresh.get();
    }

    /** This transaction changes the vocabulary, or has met a change that its snapshot does not show. */
    public void markChanged() {
        transactions.putResource(CHANGED, true);
    }

    /** Whether readings of this transaction must look past its snapshot (locking reads). */
    public boolean isMarkedChanged() {
        return transactions.getResource(CHANGED) != null;
    }
}
