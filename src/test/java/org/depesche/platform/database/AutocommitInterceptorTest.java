package org.depesche.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AutocommitInterceptorTest {

    @Inject
    Jdbi jdbi;

    /** Repeated, because the same few connections serve both modes. */
    @RepeatedTest(3)
    void connectionsAutocommitOnlyOutsideTransactions() {
        assertThat(isCommitting()).isTrue();
        assertThat(QuarkusTransaction.requiringNew().call(this::isCommitting)).isFalse();
    }

    @Test
    void aTransactionSwitchesNothing() {
        QuarkusTransaction.requiringNew().run(this::isCommitting);
        var before = commands();

        for (var times = 0; times < 20; times++) {
            QuarkusTransaction.requiringNew().run(this::isCommitting);
        }

        assertThat(commands() - before).as("what sets autocommit").isLessThan(20);
    }

    private boolean isCommitting() {
        return jdbi.withHandle(handle -> handle.createQuery("select @@autocommit").mapTo(Boolean.class).one());
    }

    /** Other threads may send commands meanwhile, but not two for each of these transactions. */
    private long commands() {
        return jdbi.withHandle(handle -> handle.createQuery("show global status like 'Com_set_option'")
                .map((row, context) -> row.getLong(2)).one());
    }
}
