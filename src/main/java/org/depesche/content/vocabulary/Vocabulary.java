package org.depesche.content.vocabulary;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.depesche.platform.database.Glances;
import org.depesche.platform.http.LogPosition;

/**
 * Lets rooms remember what they read until the vocabulary moves. A transaction that itself changed it neither uses nor
 * fills what is remembered: others must not see what may yet be rolled back.
 */
@ApplicationScoped
public class Vocabulary {

    private static final String TOUCHED = "org.depesche.content.vocabulary.touched";

    private final LogPosition positions;
    private final TransactionSynchronizationRegistry transactions;
    private final Glances glances;

    Vocabulary(LogPosition positions, TransactionSynchronizationRegistry transactions, Glances glances) {
        this.positions = positions;
        this.transactions = transactions;
        this.glances = glances;
    }

    /** Needs a transaction, so that the number and what is read belong to one snapshot. */
    public <T> T remembered(Remembered<T> memory, Supplier<T> fresh) {
        return isTouched() ? fresh.get() : memory.at(positions.now().vocabulary(), () -> read(fresh));
    }

    /** What is missing in a memory that belongs to the present number. */
    <T> T read(Supplier<T> fresh) {
        glances.needMore();
        return fresh.get();
    }

    /** This transaction changes the vocabulary, or has met a change that its snapshot does not show. */
    public void touch() {
        transactions.putResource(TOUCHED, true);
    }

    /** Whether readings of this transaction must look past its snapshot (locking reads). */
    public boolean isTouched() {
        return transactions.getResource(TOUCHED) != null;
    }
}
