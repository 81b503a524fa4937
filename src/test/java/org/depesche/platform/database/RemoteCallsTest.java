package org.depesche.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RemoteCallsTest {

    @Inject
    RemoteCalls calls;

    @Inject
    Transactions transactions;

    @Inject
    TransactionSynchronizationRegistry registry;

    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void aCallRunsWithoutATransactionAndTheReadIsRepeatedWithItsResult() {
        var status = calls.read(() -> transactions.call(() -> {
            reads.incrementAndGet();
            return calls.call("status", Integer.class, registry::getTransactionStatus);
        }));

        assertThat(status).isEqualTo(Status.STATUS_NO_TRANSACTION);
        assertThat(reads).hasValue(2);
    }

    @Test
    void aReadThatNeedsAnotherCallEachTimeEnds() {
        var result = calls.read(
                () -> transactions.call(() -> calls.call(reads.incrementAndGet(), String.class, () -> "found")));

        assertThat(result).isEqualTo("found");
        assertThat(reads).hasValue(5);
    }

    @Test
    void outsideOfAReadACallRunsAtOnce() {
        var status = transactions.call(() -> calls.call("status", Integer.class, registry::getTransactionStatus));

        assertThat(status).isEqualTo(Status.STATUS_ACTIVE);
    }

    @Test
    void aFailureOfACallIsTheFailureOfTheRead() {
        assertThatThrownBy(() -> calls.read(() -> transactions.call(() -> calls.call("away", String.class, () -> {
            reads.incrementAndGet();
            throw new IllegalStateException("away");
        })))).hasMessage("away");

        assertThat(reads).hasValue(1);
    }
}
