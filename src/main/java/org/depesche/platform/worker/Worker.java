package org.depesche.platform.worker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.depesche.platform.problem.Outages;

import io.quarkus.logging.Log;

/**
 * A daemon thread that runs a task, pauses, and runs the task again until it is stopped. An exception ends a run, never the
 * thread.
 */
public final class Worker {

    private final String name;
    private final Pace pace;
    private final Task task;
    private final WorkerMetrics metrics;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread;
    private volatile boolean isStopping;

    Worker(String name, Pace pace, Task task, WorkerMetrics metrics) {
        this.name = name;
        this.pace = pace;
        this.task = task;
        this.metrics = metrics;
        this.thread = new Thread(this::loop, name);
        thread.setDaemon(true);
    }

    /** One run of the work. */
    @FunctionalInterface
    public interface Task {

        /** An exception or error is logged and counts as a failure. */
        Result run() throws InterruptedException;
    }

    /**
     * When a worker runs.
     *
     * @param delay the pause before the first run
     * @param retryDelay the pause after a run that threw an exception
     */
    public record Pace(Duration delay, Duration retryDelay) {

        /** The first run begins at once. */
        public static Pace immediate(Duration retryDelay) {
            return new Pace(Duration.ZERO, retryDelay);
        }
    }

    /**
     * How a run ended.
     *
     * @param pause the pause before the next run; {@link Worker#wake()} ends it earlier
     * @param isFailure whether the run counts as a failure
     */
    public record Result(Duration pause, boolean isFailure) {

        public static Result success(Duration pause) {
            return new Result(pause, false);
        }

        public static Result failure(Duration pause) {
            return new Result(pause, true);
        }
    }

    /** Starts the thread. A worker starts once. */
    public void start() {
        metrics.register();
        thread.start();
    }

    /** Ends the present pause. During a run it makes the next run follow without a pause. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /** Whether a long run should end early. */
    public boolean isStopping() {
        return isStopping;
    }

    /** Starts no further run and waits for the present one, but no longer than {@code grace}. */
    public void stop(Duration grace) {
        isStopping = true;
        wakeUps.release();
        join(grace);
    }

    /** Like {@link #stop}, but interrupts the present run. */
    public void interrupt(Duration grace) {
        isStopping = true;
        wakeUps.release(); // the task may swallow the interrupt
        thread.interrupt();
        join(grace);
    }

    private void join(Duration grace) {
        try {
            if (!grace.isZero() && Thread.currentThread() != thread) {
                thread.join(grace.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        try {
            pause(pace.delay());
            while (!isStopping) {
                pause(measure().pause());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(Duration time) throws InterruptedException {
        if (wakeUps.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            wakeUps.drainPermits();
        }
    }

    private Result measure() throws InterruptedException {
        var start = System.nanoTime();
        var result = runSafely();
        metrics.record(Duration.ofNanos(System.nanoTime() - start), result.isFailure());
        return result;
    }

    private void logFailure(Throwable failure) {
        if (isStopping) {
            return;
        }
        if (Outages.isOutage(failure)) {
            Log.warnf("Worker failed, worker=%s, next run in %s: %s", name, pace.retryDelay(), failure.getMessage());
        } else {
            Log.warnf(failure, "Worker failed, worker=%s, next run in %s", name, pace.retryDelay());
        }
    }

    private Result runSafely() throws InterruptedException {
        try {
            return task.run();
        } catch (RuntimeException | Error e) {
            logFailure(e);
            return Result.failure(pace.retryDelay());
        }
    }
}
