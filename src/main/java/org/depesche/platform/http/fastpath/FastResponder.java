package org.depesche.platform.http.fastpath;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;

import org.depesche.platform.http.Freshness;
import org.depesche.platform.http.cache.PublicResponses;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** Runs a read in a request context, and sends its result. */
@Singleton
class FastResponder {

    private final PublicResponses responses;
    private final CurrentVertxRequest requests;
    private final FastPathMetrics metrics;

    FastResponder(PublicResponses responses, CurrentVertxRequest requests, FastPathMetrics metrics) {
        this.responses = responses;
        this.requests = requests;
        this.metrics = metrics;
    }

    void decline(FastRequest request) {
        metrics.countDeclined();
        request.resume(request.context()::next);
    }

    @ActivateRequestContext
    void answer(FastRequest request, Freshness freshness, Supplier<? extends Optional<?>> read) {
        try {
            requests.setCurrent(request.context());
            read.get().map(entity -> responses.ok(request.context(), entity, freshness)).ifPresentOrElse(
                    response -> {
                        metrics.countAnswered();
                        request.resume(response::send);
                    }, request::decline);
        } catch (RuntimeException failure) {
            request.fail(failure);
        }
    }
}
