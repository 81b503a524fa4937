package org.depesche.content.vocabulary;

import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.depesche.platform.http.LogPosition;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.arc.DefaultBean;

/** Reads the counter alone: stands in where no change log has plugged in. */
@DefaultBean
@ApplicationScoped
class CountedPosition implements LogPosition {

    private static final String KEY = "org.depesche.content.vocabulary.position";

    private final Jdbi jdbi;
    private final TransactionSynchronizationRegistry transactions;

    CountedPosition(Jdbi jdbi, TransactionSynchronizationRegistry transactions) {
        this.jdbi = jdbi;
        this.transactions = transactions;
    }

    @Override
    public OptionalLong present() {
        return OptionalLong.of(read().sequence());
    }

    @Override
    public Position now() {
        if (transactions.getResource(KEY) instanceof Position known) {
            return known;
        }
        var position = read();
        transactions.putResource(KEY, position);
        return position;
    }

    private Position read() {
        return jdbi.withHandle(handle -> handle.createQuery("select value, vocabulary from change_counter where id = 1")
                .map((row, context) -> new Position(row.getLong(1), row.getLong(2))).one());
    }
}
