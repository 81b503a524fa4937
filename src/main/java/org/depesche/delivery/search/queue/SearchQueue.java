package org.depesche.delivery.search.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets as many searches run as there are processors. With more, all of them would take longer, and every other request as
 * well. Waiting searches occupy no thread. Responses of the cache do not come here.
 */
@ApplicationScoped
class SearchQueue {

    /** After the response cache, the request guard and the fast path. */
    private static final int PRIORITY = 880;
    private static final String SEARCH = "/v1/search";

    private final Bulkhead bulkhead;
    private final SearchQueueConfig config;

    SearchQueue(SearchQueueConfig config, MeterRegistry meters) {
        var running = config.maxRunning() > 0 ? config.maxRunning() : Runtime.getRuntime().availableProcessors();
        this.bulkhead = new Bulkhead(running, Math.max(0, config.maxWaiting()));
        this.config = config;
        Gauge.builder("depesche.search.queued", bulkhead, Bulkhead::waiting).description("Searches that wait for others")
                .register(meters);
    }

    Bulkhead bulkhead() {
        return bulkhead;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, PRIORITY);
    }

    private void enter(RoutingContext context) {
        if (!context.normalizedPath().equals(SEARCH)) {
            context.next();
            return;
        }
        var eventLoop = context.vertx().getOrCreateContext();
        context.request().pause();
        var permit = bulkhead.acquire(() -> eventLoop.runOnContext(now -> start(context)));
        if (permit.isEmpty()) {
            context.request().resume();
            throw refusal();
        }
        var timer = context.vertx().setTimer(Math.max(1, config.maxWait().toMillis()), late -> {
            if (permit.get().cancel()) {
                context.request().resume();
                context.fail(refusal());
            }
        });
        context.addEndHandler(ended -> {
            context.vertx().cancelTimer(timer); // it would keep the request and its response in memory
            permit.get().release();
        });
    }

    private static void start(RoutingContext context) {
        context.request().resume();
        if (!context.response().closed()) {
            context.next();
        }
    }

    private static Problem refusal() {
        return new Problem(ProblemType.UNAVAILABLE, "Too many searches are running.").header("Retry-After", "1");
    }
}
