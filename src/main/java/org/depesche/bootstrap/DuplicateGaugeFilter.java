package org.depesche.bootstrap;

import java.util.Set;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.config.MeterFilter;

/**
 * Leaves out two gauges that Quarkus registers once for each event loop, all with the same name. Micrometer would warn of the
 * second registration at each start. {@code http_server_connections} counts the connections.
 */
@Dependent
class DuplicateGaugeFilter {

    private static final Set<String> REGISTERED_TWICE = Set.of("vertx.http.connections.current", "vertx.http.connections.max");

    @Produces
    @Singleton
    MeterFilter withoutGaugesThatAreRegisteredTwice() {
        return MeterFilter.deny(meter -> REGISTERED_TWICE.contains(meter.getName()));
    }
}
