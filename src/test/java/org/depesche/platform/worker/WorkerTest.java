package org.depesche.platform.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.depesche.platform.worker.Worker.Pace;
import org.depesche.platform.worker.Worker.Result;
import org.depesche.platform.worker.Worker.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class WorkerTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicInteger runs = new AtomicInteger();
    private Worker worker = worker(Pace.immediate(LONG), () -> Result.success(LONG));

    @AfterEach
    void stop() {
        worker.stop(GRACE);
    }

    @Test
    void aWakeUpEndsThePause() {
        start(Pace.immediate(LONG), () -> Result.success(LONG));
        await().until(() -> runs.get() == 1);

        worker.wake();

        await().until(() -> runs.get() == 2);
    }

    @Test
    void aWakeUpDuringARunMakesTheNextRunFollow() throws InterruptedException {
        var running = new CountDownLatch(1);
        var proceed = new CountDownLatch(1);
        start(Pace.immediate(LONG), () -> {
            running.countDown();
            proceed.await();
            return Result.success(LONG);
        });
        running.await();

        worker.wake();
        proceed.countDown();

        await().until(() -> runs.get() == 2);
    }

    @Test
    void anErrorEndsARunAndNotTheThread() {
        start(Pace.immediate(Duration.ofMillis(1)), () -> {
            if (runs.get() == 1) {
                throw new StackOverflowError("expected by the test");
            }
            return Result.success(LONG);
        });

        await().until(() -> metrics.get("depesche.worker.runs").tag("worker", "test").functionCounter().count() == 2);
    }

    @Test
    void anExceptionEndsARunAndNotTheThread() {
        start(Pace.immediate(Duration.ofMillis(1)), () -> {
            if (runs.get() == 1) {
                throw new IllegalStateException("expected by the test");
            }
            return Result.success(LONG);
        });

        await().until(() -> metrics.get("depesche.worker.runs").tag("worker", "test").functionCounter().count() == 2);
        assertThat(metrics.get("depesche.worker.failures").tag("worker", "test").functionCounter().count()).isEqualTo(1);
    }

    @Test
    void theFirstRunWaitsForItsDelay() {
        start(new Pace(LONG, LONG), () -> Result.success(LONG));

        worker.stop(GRACE);

        assertThat(runs).hasValue(0);
    }

    @Test
    void stoppingWaitsForThePresentRun() throws InterruptedException {
        var running = new CountDownLatch(1);
        var isFinished = new AtomicInteger();
        start(Pace.immediate(LONG), () -> {
            running.countDown();
            while (!worker.isStopping()) {
                Thread.onSpinWait();
            }
            isFinished.incrementAndGet();
            return Result.success(Duration.ZERO);
        });
        running.await();

        worker.stop(GRACE);

        assertThat(isFinished).hasValue(1);
        assertThat(runs).hasValue(1);
    }

    @Test
    void anInterruptEndsAPresentRun() throws InterruptedException {
        var running = new CountDownLatch(1);
        start(Pace.immediate(LONG), () -> {
            running.countDown();
            new CountDownLatch(1).await();
            return Result.success(LONG);
        });
        running.await();

        worker.interrupt(GRACE);

        assertThat(metrics.get("depesche.worker.runs").functionCounter().count()).isZero();
    }

    private void start(Pace pace, Task task) {
        worker = worker(pace, task);
        worker.start();
    }

    private Worker worker(Pace pace, Task task) {
        return new Worker("test", pace, () -> {
            runs.incrementAndGet();
            return task.run();
        }, new WorkerMetrics("test", metrics));
    }
}
