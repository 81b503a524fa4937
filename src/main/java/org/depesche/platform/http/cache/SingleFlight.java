package org.depesche.platform.http.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Lets the first of several concurrent requests compute a response, while the others wait for it. */
final class SingleFlight {

    private final ConcurrentMap<String, Flight> inFlight = new ConcurrentHashMap<>();
    private final int maxWaiters;

    SingleFlight(int maxWaiters) {
        this.maxWaiters = maxWaiters;
    }

    /** One response that is being computed. */
    static final class Flight {

        private final List<Runnable> waiting = new ArrayList<>();
        private boolean isComplete;

        private synchronized boolean join(Runnable callback, int maxWaiters) {
            if (isComplete || waiting.size() >= maxWaiters) {
                return false;
            }
            return waiting.add(callback);
        }

        private synchronized List<Runnable> complete() {
            isComplete = true;
            var callbacks = List.copyOf(waiting);
            waiting.clear();
            return callbacks;
        }
    }

    /**
     * Returns a flight that the caller must {@linkplain #complete complete}. Empty if another request computes this key:
     * then call {@link #join}.
     */
    Optional<Flight> begin(String key) {
        var flight = new Flight();
        return inFlight.putIfAbsent(key, flight) == null ? Optional.of(flight) : Optional.empty();
    }

    /** Registers a callback for the end of the flight. Returns false if there is no flight, or too many requests wait. */
    boolean join(String key, Runnable callback) {
        var flight = inFlight.get(key);
        return flight != null && flight.join(callback, maxWaiters);
    }

    /** Calls the callbacks of a flight, whether its response could be stored or not. Repeated calls have no effect. */
    void complete(String key, Flight flight) {
        inFlight.remove(key, flight);
        flight.complete().forEach(Runnable::run);
    }
}
