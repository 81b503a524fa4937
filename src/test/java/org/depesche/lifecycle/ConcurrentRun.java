package org.depesche.lifecycle;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** Some people at one desk, all at once. */
final class ConcurrentRun {

    /** In the last part of a scene nobody plans for soon, so that nobody has to wait for it. */
    private static final double SHARE_WITH_SCHEDULES = 0.7;

    /** An import may have to wait for the lease of a process that was killed. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(90);

    private final SimulatedNewsroom newsroom;
    private final List<String> editors;
    private final AtomicReference<AssertionError> failure = new AtomicReference<>();

    ConcurrentRun(SimulatedNewsroom desk, int people) {
        this.newsroom = desk;
        this.editors = IntStream.rangeClosed(1, people).mapToObj(at -> "person-" + at).toList();
    }

    static long logPosition(URI service) {
        return Long.parseLong(new ApiClient(service, "").get("/v1/articles?limit=1").response().headers()
                .firstValue("Depesche-Sequence").orElseThrow());
    }

    void run(List<EditorialAction> steps) {
        run(new ConcurrentLinkedQueue<>(steps), 0, null);
    }

    /**
     * Everybody takes the next step that nobody took, until none is left or somebody found something wrong.
     *
     * @param crash comes when so many are left, in the middle of the others; from then on nobody has to be answered
     */
    void run(Queue<EditorialAction> steps, int left, @Nullable Runnable crash) {
        var soon = left + (int) ((steps.size() - left) * (1 - SHARE_WITH_SCHEDULES));
        var isDown = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(editors.size());
        editors.forEach(name -> threads.execute(() -> {
            for (var step = steps.poll(); step != null; step = steps.poll()) {
                try {
                    new SimulatedEditor(newsroom, name, crash != null || steps.size() > soon).perform(step);
                } catch (RuntimeException | AssertionError e) {
                    if (!isDown.get()) {
                        failure.compareAndSet(null, new AssertionError(name + " at " + step + ": " + e.getMessage(), e));
                    }
                    threads.shutdownNow();
                    return;
                }
            }
        }));
        threads.shutdown();
        if (crash != null) {
            awaitStepsLeft(steps, left);
            isDown.set(failure.get() == null);
            crash.run();
            threads.shutdownNow();
        }
        await(threads);
        Optional.ofNullable(failure.get()).ifPresent(first -> {
            throw first;
        });
    }

    /**
     * Fails when no step is taken for as long as a single one may last. All of them together have no limit: it would measure
     * the machine.
     */
    private void awaitStepsLeft(Queue<EditorialAction> steps, int left) {
        for (var size = steps.size(); size > left && failure.get() == null; size = steps.size()) {
            var before = size;
            ModelCheckingClient.await("a step to be taken, " + before + " are left", LONGEST_STEP,
                    () -> steps.size() < before || failure.get() != null);
        }
    }

    private static void await(ExecutorService threads) {
        try {
            if (!threads.awaitTermination(10, TimeUnit.MINUTES)) {
                throw new AssertionError("the scene did not end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
