package org.depesche.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Uses rows of the lease table, which has a key and a value. */
@QuarkusTest
class TransactionsTest {

    @Inject
    Jdbi jdbi;

    @Inject
    Transactions transactions;

    private final AtomicInteger attempts = new AtomicInteger();

    @BeforeEach
    void twoRows() {
        jdbi.useHandle(handle -> {
            handle.execute("delete from lease where name in ('a', 'b', 'c')");
            handle.execute(
                    "insert into lease values ('a', repeat('0', 16), '2026-01-01'), ('b', repeat('0', 16), '2026-01-01')");
        });
    }

    @Test
    void aDeadlockEndsWithBothUnitsDone() throws Exception {
        var firstAttempts = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var done = List.of(threads.submit(() -> touch("a", "b", firstAttempts)),
                    threads.submit(() -> touch("b", "a", firstAttempts)));
            for (var unit : done) {
                unit.get(2, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdown();
        }

        assertThat(attempts).hasValueGreaterThan(2);
        assertThat(daysOf("a") + daysOf("b")).isEqualTo(4);
    }

    @Test
    void aFailureTakesEverythingBackAndIsNotRepeated() {
        assertThatThrownBy(() -> transactions.run(() -> {
            attempts.incrementAndGet();
            addDay("a");
            throw new IllegalStateException("no");
        })).hasMessageContaining("no");

        assertThat(attempts).hasValue(1);
        assertThat(daysOf("a")).isZero();
    }

    @Test
    void aConflictThatStaysBecomesTheCallers() {
        assertThatThrownBy(() -> transactions.run(() -> {
            attempts.incrementAndGet();
            throw new IllegalStateException(new SQLException("Deadlock found", "40001", 1213));
        })).hasRootCauseInstanceOf(SQLException.class);

        assertThat(attempts).hasValue(12);
    }

    @Test
    void workJoinsARunningTransaction() {
        assertThatThrownBy(() -> transactions.run(() -> {
            transactions.run(() -> addDay("a"));
            throw new IllegalStateException("no");
        })).hasMessageContaining("no");

        assertThat(daysOf("a")).isZero();
    }

    private boolean touch(String first, String second, CyclicBarrier firstAttempts) {
        var own = new AtomicInteger();
        transactions.run(() -> {
            attempts.incrementAndGet();
            addDay(first);
            if (own.getAndIncrement() == 0) {
                await(firstAttempts);
            }
            addDay(second);
        });
        return true;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void addDay(String name) {
        jdbi.useHandle(handle -> handle
                .execute("update lease set held_until = held_until + interval 1 day where name = ?", name));
    }

    private int daysOf(String name) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select datediff(held_until, '2026-01-01') from lease where name = :name").bind("name", name)
                .mapTo(Integer.class).one());
    }
}
