package org.depesche.delivery.search.queue;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Admits some visitors at a time, lets some more wait in their order, and refuses the others. Occupies no thread. */
final class WaitingLine {

    private final int maxInside;
    private final int maxWaiting;
    private final Queue<Visit> waiting = new ArrayDeque<>();
    private int inside;

    WaitingLine(int maxInside, int maxWaiting) {
        this.maxInside = maxInside;
        this.maxWaiting = maxWaiting;
    }

    /** One visitor. */
    final class Visit {

        private final Runnable admitted;
        private State state = State.WAITING;

        private Visit(Runnable admitted) {
            this.admitted = admitted;
        }

        /** Leaves the line or what it leads to, and admits the next one. A second call does nothing. */
        void leave() {
            end(State.INSIDE);
        }

        /** Leaves the line, unless the visitor was admitted. Returns whether the visitor left. */
        boolean giveUp() {
            return end(State.WAITING);
        }

        private boolean end(State latest) {
            Optional<Visit> next;
            synchronized (WaitingLine.this) {
                if (state.compareTo(latest) > 0) {
                    return false;
                }
                next = state == State.INSIDE ? admitNext() : Optional.empty();
                waiting.remove(this);
                state = State.OVER;
            }
            next.ifPresent(visit -> visit.admitted.run());
            return true;
        }
    }

    private enum State {
        WAITING,
        INSIDE,
        OVER
    }

    /**
     * Admits a visitor now or later.
     *
     * @param admitted runs once: now, or on the thread of the visitor who leaves
     * @return empty when the visitor is refused
     */
    Optional<Visit> enter(Runnable admitted) {
        var visit = new Visit(admitted);
        synchronized (this) {
            if (inside >= maxInside) {
                return waiting.size() < maxWaiting && waiting.add(visit) ? Optional.of(visit) : Optional.empty();
            }
            inside++;
            visit.state = State.INSIDE;
        }
        admitted.run();
        return Optional.of(visit);
    }

    private Optional<Visit> admitNext() {
        var next = Optional.ofNullable(waiting.poll());
        next.ifPresentOrElse(visit -> visit.state = State.INSIDE, () -> inside--);
        return next;
    }

    /** How many wait now. */
    synchronized int waiting() {
        return waiting.size();
    }
}
