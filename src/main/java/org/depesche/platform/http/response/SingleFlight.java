package org.depesche.platform.http.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Answers that are being made: the first who asks has it made, who asks meanwhile waits for that one. */
final class SingleFlight {

    private final ConcurrentMap<String, Flight> inFlight = new ConcurrentHashMap<>();
    private final int maxWaiters;

    SingleFlight(int mostWaiting) {
        this.maxWaiters = mostWaiting;
    }

    /** One answer being made. */
    static final class Flight {

        private final List<Runnable> waiting = new ArrayList<>();
        private boolean isComplete;

        private synchronized boolean join(Runnable passenger, int most) {
            if (isComplete || waiting.size() >= most) {
                return false;
            }
            return waiting.add(passenger);
        }

        private synchronized List<Runnable> complete() {
            isComplete = true;
            var all = List.copyOf(waiting);
            waiting.clear();
            return all;
        }
    }

    /** Empty-handed when somebody makes it already: then {@link #join}. */
    Optional<Flight> begin(String key) {
        var flight = new Flight();
        return inFlight.putIfAbsent(key, flight) == null ? Optional.of(flight) : Optional.empty();
    }

    /** Whether the passenger will be called when it lands; not when it just did or too many wait. */
    boolean join(String key, Runnable passenger) {
        var flight = inFlight.get(key);
        return flight != null && flight.join(passenger, maxWaiters);
    }

    /** It is there, or will never be. Once is enough; more does no harm. */
    void complete(String key, Flight flight) {
        inFlight.remove(key, flight);
        flight.complete().forEach(Runnable::run);
    }
}
