package org.depesche.delivery.search.queue;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Lets some tasks run at the same time, some more wait in their order, and refuses the others. Occupies no thread. */
final class Bulkhead {

    private final int maxRunning;
    private final int maxWaiting;
    private final Queue<Permit> waiting = new ArrayDeque<>();
    private int running;

    Bulkhead(int maxRunning, int maxWaiting) {
        this.maxRunning = maxRunning;
        this.maxWaiting = maxWaiting;
    }

    /** The permit of one task to run, at once or later. */
    final class Permit {

        private final Runnable task;
        private State state = State.WAITING;

        private Permit(Runnable task) {
            this.task = task;
        }

        /** Gives the permit back, whether the task waits or runs, and starts the next task. A second call does nothing. */
        void release() {
            end(State.RUNNING);
        }

        /** Gives the permit back, unless the task has started. Returns whether it did. */
        boolean cancel() {
            return end(State.WAITING);
        }

        private boolean end(State latest) {
            Optional<Permit> next;
            synchronized (Bulkhead.this) {
                if (state.compareTo(latest) > 0) {
                    return false;
                }
                next = state == State.RUNNING ? startNext() : Optional.empty();
                waiting.remove(this);
                state = State.RELEASED;
            }
            next.ifPresent(permit -> permit.task.run());
            return true;
        }
    }

    private enum State {
        WAITING,
        RUNNING,
        RELEASED
    }

    /**
     * Starts a task now or later.
     *
     * @param task is called once: now, or on the thread that releases another permit
     * @return empty when the task is refused
     */
    Optional<Permit> acquire(Runnable task) {
        var permit = new Permit(task);
        synchronized (this) {
            if (running >= maxRunning) {
                return waiting.size() < maxWaiting && waiting.add(permit) ? Optional.of(permit) : Optional.empty();
            }
            running++;
            permit.state = State.RUNNING;
        }
        task.run();
        return Optional.of(permit);
    }

    private Optional<Permit> startNext() {
        var next = Optional.ofNullable(waiting.poll());
        next.ifPresentOrElse(permit -> permit.state = State.RUNNING, () -> running--);
        return next;
    }

    /** The number of tasks that wait now. */
    synchronized int waiting() {
        return waiting.size();
    }
}
