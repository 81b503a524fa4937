package org.depesche.platform.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private final SingleFlight flights = new SingleFlight(2);
    private final List<String> arrived = new ArrayList<>();

    @Test
    void whoAsksWhileItIsMadeIsCalledWhenItIsThere() {
        var flight = flights.begin("a").orElseThrow();

        assertThat(flights.begin("a")).isEmpty();
        assertThat(flights.join("a", () -> arrived.add("one"))).isTrue();
        assertThat(flights.begin("b")).isPresent();
        assertThat(arrived).isEmpty();
        flights.complete("a", flight);
        flights.complete("a", flight);

        assertThat(arrived).containsExactly("one");
        assertThat(flights.begin("a")).isPresent();
    }

    @Test
    void onlySoManyWait() {
        flights.begin("a");
        flights.join("a", () -> arrived.add("one"));
        flights.join("a", () -> arrived.add("two"));

        assertThat(flights.join("a", () -> arrived.add("three"))).isFalse();
    }

    @Test
    void nobodyWaitsForWhatIsThereAlready() {
        flights.complete("a", flights.begin("a").orElseThrow());

        assertThat(flights.join("a", () -> arrived.add("late"))).isFalse();
    }
}
