package org.depesche.platform.http;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.kernel.HttpDate;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Dates each response when its headers are sent (RFC 9110, section 6.6.1). A cache computes the age of a response from it, and
 * no {@code Last-Modified} is later.
 */
@ApplicationScoped
class DateHeader {

    /** Runs before the response cache, whose responses are dated, too. */
    private static final int PRIORITY = 1_200;

    private final Clock clock;
    private volatile Formatted last = new Formatted(Long.MIN_VALUE, "");

    DateHeader(Clock clock) {
        this.clock = clock;
    }

    /** The text of one second, which many responses share. */
    private record Formatted(long second, CharSequence text) {
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        add(context);
        context.next();
    }

    void add(RoutingContext context) {
        context.addHeadersEndHandler(sent -> context.response().headers().set(HttpHeaders.DATE, date(clock.instant())));
    }

    private CharSequence date(Instant now) {
        var found = last;
        if (found.second != now.getEpochSecond()) {
            found = new Formatted(now.getEpochSecond(), HttpHeaders.createOptimized(HttpDate.of(now)));
            last = found;
        }
        return found.text;
    }
}
