package org.depesche.platform.worker;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.worker.Worker.Pace;
import org.depesche.platform.worker.Worker.Result;
import org.depesche.platform.worker.Worker.Task;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;

/** Creates the workers of this node. Each run has a request context of its own. */
@ApplicationScoped
public class Workers {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final MeterRegistry metrics;
    private final Queue<Worker> repeating = new ConcurrentLinkedQueue<>();

    Workers(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /**
     * Creates a worker that its owner starts and stops.
     *
     * @param name of the thread, and the value of the label {@code worker} in the metrics
     */
    public Worker create(String name, Pace pace, Task task) {
        return new Worker(name, pace, () -> runInRequestContext(task), new WorkerMetrics(name, metrics));
    }

    /** Starts a worker that does the same at a fixed interval until the service stops. */
    public void repeat(String name, Pace pace, Duration interval, Runnable work) {
        var worker = create(name, pace, () -> {
            work.run();
            return Result.success(interval);
        });
        repeating.add(worker);
        worker.start();
    }

    /** Runs after the observers without a priority: some of them wait for workers of their own. */
    void stop(@Observes @Priority(3_000) ShutdownEvent event) {
        repeating.forEach(worker -> worker.stop(Duration.ZERO)); // all at once, then wait for each
        repeating.forEach(worker -> worker.stop(GRACE));
    }

    @ActivateRequestContext
    Result runInRequestContext(Task task) throws InterruptedException {
        return task.run();
    }
}
