package org.depesche.platform.http.fastpath;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.depesche.platform.http.Freshness;
import org.depesche.platform.problem.Outages;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;

/**
 * A request on the fast path. The endpoint that takes it calls exactly one of {@code answer}, {@code decline} and {@code fail}.
 */
public final class FastRequest {

    private final RoutingContext context;
    private final Context eventLoop;
    private final Map<String, List<String>> query;
    private final FastResponder responder;

    FastRequest(RoutingContext context, Map<String, List<String>> query, FastResponder responder) {
        this.context = context;
        this.eventLoop = context.vertx().getOrCreateContext();
        this.query = query;
        this.responder = responder;
    }

    /** The path, of unreserved characters and slashes. */
    public String path() {
        return context.request().path();
    }

    /** The decoded query parameters. */
    public Map<String, List<String>> query() {
        return query;
    }

    /** The value of a parameter that occurs once at most. */
    public Optional<String> parameter(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * Answers with what the endpoint would return, or declines when that is empty. The read runs in a request context of its
     * own, on this thread.
     */
    public void answer(Freshness freshness, Supplier<? extends Optional<?>> read) {
        responder.answer(this, freshness, read);
    }

    /** Lets the framework answer. */
    public void decline() {
        responder.decline(this);
    }

    /** Sends the problem document of an outage. After any other failure, the framework answers and reports its own failure. */
    public void fail(RuntimeException failure) {
        if (Outages.isOutage(failure)) {
            resume(() -> context.fail(failure)); // a database that does not answer is not asked again
        } else {
            decline();
        }
    }

    RoutingContext context() {
        return context;
    }

    void resume(Runnable next) {
        eventLoop.runOnContext(now -> {
            context.request().resume();
            if (!context.response().closed()) {
                next.run();
            }
        });
    }
}
