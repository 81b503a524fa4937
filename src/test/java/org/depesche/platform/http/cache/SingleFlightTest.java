package org.depesche.platform.http.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private final SingleFlight singleFlight = new SingleFlight(2);
    private final List<String> called = new ArrayList<>();

    @Test
    void aWaitingRequestIsCalledOnCompletion() {
        var flight = singleFlight.begin("a").orElseThrow();

        assertThat(singleFlight.begin("a")).isEmpty();
        assertThat(singleFlight.join("a", () -> called.add("one"))).isTrue();
        assertThat(singleFlight.begin("b")).isPresent();
        assertThat(called).isEmpty();
        singleFlight.complete("a", flight);
        singleFlight.complete("a", flight);

        assertThat(called).containsExactly("one");
        assertThat(singleFlight.begin("a")).isPresent();
    }

    @Test
    void theNumberOfWaitingRequestsIsLimited() {
        singleFlight.begin("a");
        singleFlight.join("a", () -> called.add("one"));
        singleFlight.join("a", () -> called.add("two"));

        assertThat(singleFlight.join("a", () -> called.add("three"))).isFalse();
    }

    @Test
    void aCompletedFlightCannotBeJoined() {
        singleFlight.complete("a", singleFlight.begin("a").orElseThrow());

        assertThat(singleFlight.join("a", () -> called.add("late"))).isFalse();
    }
}
