package org.depesche.delivery.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryThreadsTest {

    private static final Duration EVER = Duration.ofHours(1);

    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private DeliveryThreads threads = new DeliveryThreads(4, 4, EVER);

    @AfterEach
    void stop() throws InterruptedException {
        release.countDown();
        threads.stop(EVER);
    }

    @Test
    void receiversThatHangLeaveHalfOfTheThreadsToQuickOnes() {
        makeQuick("quick.example");
        IntStream.range(0, 20).forEach(number -> hang("slow" + number + ".example"));
        await().until(() -> begun.size() == 2);

        deliver("quick.example");
        await().until(() -> begun.contains("quick.example"));
        deliver("quick.example");

        await().until(() -> begun.size() == 4);
        assertThat(begun.subList(2, 4)).containsOnly("quick.example");
    }

    @Test
    void aReceiverThatIsSlowOnceIsNoQuickOneAnyMore() {
        threads = new DeliveryThreads(2, 2, Duration.ZERO);
        deliver("slow.example");
        await().until(() -> begun.size() == 1);

        assertThat(threads.isQuick(url("slow.example"))).isFalse();
        hang("slow.example");
        hang("slow.example");

        await().until(() -> begun.size() == 2);
        await().during(Duration.ofMillis(100)).until(() -> begun.size() == 2);
    }

    @Test
    void aReceiverHasFewDeliveriesAtATime() {
        threads = new DeliveryThreads(8, 2, EVER);
        makeQuick("many.example");

        IntStream.range(0, 6).forEach(number -> hang("many.example"));
        hang("other.example");

        await().until(() -> begun.size() == 3);
        assertThat(begun).containsOnlyOnce("other.example");
        release.countDown();
        await().until(() -> begun.size() == 7);
    }

    @Test
    void receiversTakeTurns() {
        threads = new DeliveryThreads(1, 1, EVER);
        hang("first.example");
        List.of("a.example", "a.example", "a.example", "b.example", "c.example", "b.example").forEach(this::deliver);

        release.countDown();

        await().until(() -> begun.size() == 7);
        assertThat(begun).containsExactly("first.example", "a.example", "b.example", "c.example", "a.example", "b.example",
                "a.example");
    }

    @Test
    void aDeliveryThatFailsFreesItsThread() {
        threads = new DeliveryThreads(1, 1, EVER);
        threads.execute(url("a.example"), () -> {
            throw new IllegalStateException("for the test");
        });

        deliver("b.example");

        await().dontCatchUncaughtExceptions().until(() -> begun.contains("b.example"));
    }

    private void makeQuick(String host) {
        threads.execute(url(host), () -> {
        });
        await().until(() -> threads.isQuick(url(host)));
    }

    private void deliver(String host) {
        threads.execute(url(host), () -> begun.add(host));
    }

    private void hang(String host) {
        threads.execute(url(host), () -> {
            begun.add(host);
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static URI url(String host) {
        return URI.create("https://" + host + "/hook");
    }
}
