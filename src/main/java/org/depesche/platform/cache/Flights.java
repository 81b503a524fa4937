package org.depesche.platform.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Answers that are being made: the first who asks has it made, who asks meanwhile waits for that one. */
final class Flights {

    private final ConcurrentMap<String, Flight> underWay = new ConcurrentHashMap<>();
    private final int mostWaiting;

    Flights(int mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    /** One answer being made. */
    static final class Flight {

        private final List<Runnable> waiting = new ArrayList<>();
        private boolean hasLanded;

        private synchronized boolean join(Runnable passenger, int most) {
            if (hasLanded || waiting.size() >= most) {
                return false;
            }
            return waiting.add(passenger);
        }

        private synchronized List<Runnable> land() {
            hasLanded = true;
            var all = List.copyOf(waiting);
            waiting.clear();
            return all;
        }
    }

    /** Empty-handed when somebody makes it already: then {@link #join}. */
    Optional<Flight> begin(String key) {
        var flight = new Flight();
        return underWay.putIfAbsent(key, flight) == null ? Optional.of(flight) : Optional.empty();
    }

    /** Whether the passenger will be called when it lands; not when it just did or too many wait. */
    boolean join(String key, Runnable passenger) {
        var flight = underWay.get(key);
        return flight != null && flight.join(passenger, mostWaiting);
    }

    /** It is there, or will never be. Once is enough; more does no harm. */
    void end(String key, Flight flight) {
        underWay.remove(key, flight);
        flight.land().forEach(Runnable::run);
    }
}
