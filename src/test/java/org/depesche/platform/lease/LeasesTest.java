package org.depesche.platform.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.depesche.platform.database.Transactions;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LeasesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    Jdbi jdbi;

    @Inject
    Transactions transactions;

    private Leases one;
    private Leases other;

    @BeforeEach
    void twoNodes() {
        one = node();
        other = node();
        jdbi.useHandle(handle -> handle.execute("delete from lease where name = 'work'"));
    }

    @Test
    void onlyOneNodeHolds() {
        assertThat(one.acquire("work", MINUTE)).isTrue();
        assertThat(other.acquire("work", MINUTE)).isFalse();
        assertThat(one.acquire("work", MINUTE)).isTrue();
        assertThat(other.acquire("other work", MINUTE)).isTrue();
    }

    @Test
    void aReleasedLeaseCanBeAcquired() {
        one.acquire("work", MINUTE);

        one.release("work");

        assertThat(other.acquire("work", MINUTE)).isTrue();
        assertThat(one.acquire("work", MINUTE)).isFalse();
    }

    @Test
    void aNodeCannotReleaseAnothersLease() {
        one.acquire("work", MINUTE);

        other.release("work");

        assertThat(other.acquire("work", MINUTE)).isFalse();
    }

    @Test
    void anExpiredLeaseCanBeAcquired() throws InterruptedException {
        one.acquire("work", Duration.ofMillis(100));
        Thread.sleep(150);

        assertThat(other.acquire("work", MINUTE)).isTrue();
        assertThat(one.acquire("work", MINUTE)).isFalse();
    }

    @Test
    void aFailedTransactionAroundItTakesNothingBack() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            one.acquire("work", MINUTE);
            throw new IllegalStateException("the work failed");
        })).hasMessageContaining("the work failed");

        assertThat(other.acquire("work", MINUTE)).isFalse();
    }

    @Test
    void oneOfManyConcurrentNodesAcquiresTheLease() throws Exception {
        var start = new CountDownLatch(1);
        var nodes = IntStream.range(0, 8).mapToObj(i -> node()).toList();
        var threads = Executors.newFixedThreadPool(nodes.size());
        try {
            List<Future<Boolean>> answers = nodes.stream().map(node -> threads.submit(held(node, start))).toList();

            start.countDown();

            var held = 0;
            for (var answer : answers) {
                held += answer.get() ? 1 : 0;
            }
            assertThat(held).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }

    private static Callable<Boolean> held(Leases node, CountDownLatch start) {
        return () -> {
            start.await();
            return node.acquire("work", MINUTE);
        };
    }

    private Leases node() {
        return new Leases(new LeaseRepository(jdbi), transactions, UUID.randomUUID());
    }
}
