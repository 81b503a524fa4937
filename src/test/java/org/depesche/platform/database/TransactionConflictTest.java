package org.depesche.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

class TransactionConflictTest {

    @Test
    void aDeadlockIsFoundBehindWhatOthersMadeOfIt() {
        var deadlock = new SQLException("Deadlock found", "40001", 1213);

        assertThat(TransactionConflict.isCauseOf(new RuntimeException(new IllegalStateException(deadlock)))).isTrue();
    }

    @Test
    void aFailedCommitIsFoundAmongTheSuppressed() {
        var rolledBack = new RuntimeException("ARJUNA016053: Could not commit transaction.");
        rolledBack.addSuppressed(new Exception(new SQLException("certification failed", "40001", 1213)));

        assertThat(TransactionConflict.isCauseOf(rolledBack)).isTrue();
    }

    @Test
    void aViolatedRuleIsNoConflict() {
        var duplicate = new SQLException("Duplicate entry", "23000", 1062);

        assertThat(TransactionConflict.isCauseOf(new RuntimeException(duplicate))).isFalse();
    }

    @Test
    void aFailureThatCausesItselfEnds() {
        var first = new RuntimeException("first");
        var second = new RuntimeException("second", first);
        first.addSuppressed(second);

        assertThat(TransactionConflict.isCauseOf(first)).isFalse();
    }
}
