package org.depesche.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;

import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;

class DuplicateKeyTest {

    @Test
    void aKeyThatAnotherTransactionInsertedFirstIsAConflict() {
        var lost = new SQLIntegrityConstraintViolationException("Duplicate entry 'default'", "23000", 1062);

        var conflict = catchThrowable(() -> DuplicateKey.detect("another node was first", () -> {
            throw new ConstraintViolationException("could not execute statement", lost, "slug");
        }));

        assertThat(conflict).isInstanceOf(DuplicateKey.class).hasMessage("another node was first");
        assertThat(TransactionConflict.isCauseOf(conflict)).isTrue();
    }

    @Test
    void anotherFailureStaysWhatItIs() {
        var failure = new IllegalStateException(new SQLException("Unknown column", "42S22", 1054));

        assertThatThrownBy(() -> DuplicateKey.detect("another node was first", () -> {
            throw failure;
        })).isSameAs(failure);
    }
}
