package org.depesche.platform.http.load;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.http.HttpConfig;
import org.depesche.platform.http.request.RequestBodyLimits;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/**
 * Reads request bodies on the event loop, before a request takes a worker thread: a client that sends half a body occupies
 * memory for what it has sent, and no thread. Uploads are streams and are read by their endpoint. A request without
 * credentials is refused without its body.
 */
@ApplicationScoped
class RequestBodyReader {

    /** Runs after the response cache and the request guard, before the request queue. */
    private static final int PRIORITY = 895;

    private final HttpConfig config;
    private final RequestBodyLimits limits;
    private final AtomicLong unfinishedBytes = new AtomicLong();

    RequestBodyReader(HttpConfig config, RequestBodyLimits limits, MeterRegistry meters) {
        this.config = config;
        this.limits = limits;
        meters.gauge("depesche.http.unfinished.body.bytes", unfinishedBytes, AtomicLong::get);
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        var request = context.request();
        if (hasBody(request) && request.headers().contains(HttpHeaderNames.AUTHORIZATION)) {
            limits.ofBuffered(request.method().name(), context.normalizedPath())
                    .filter(limit -> announcedLength(request) <= limit)
                    .ifPresentOrElse(limit -> read(context, limit), context::next);
        } else {
            context.next();
        }
    }

    private void read(RoutingContext context, long limit) {
        var request = context.request();
        var body = new ReceivedBody(limit, config.maxUnfinishedBodies().asLongValue(), unfinishedBytes);
        var timer = context.vertx().setTimer(config.bodyTimeout().toMillis(), late -> {
            if (body.abandon()) {
                fail(context, new Problem(ProblemType.MALFORMED_BODY,
                        "The body did not arrive within " + config.bodyTimeout().toSeconds() + " seconds."));
            }
        });
        context.addEndHandler(ended -> {
            context.vertx().cancelTimer(timer);
            body.abandon();
        });
        request.handler(chunk -> body.append(chunk).ifPresent(problem -> fail(context, problem)));
        request.endHandler(end -> {
            if (body.abandon()) {
                context.vertx().cancelTimer(timer);
                ((RoutingContextInternal) context).setBody(body.bytes());
                context.next();
            }
        });
        if (announcesContinue(request)) {
            request.response().writeContinue();
        }
        request.resume();
    }

    /** Sends the problem and closes the connection, because the rest of the body may never arrive. */
    private static void fail(RoutingContext context, Problem problem) {
        context.response().putHeader(HttpHeaderNames.CONNECTION, "close");
        context.addEndHandler(ended -> context.request().connection().close());
        context.fail(problem);
    }

    private static boolean hasBody(HttpServerRequest request) {
        return announcedLength(request) > 0 || request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    private static boolean announcesContinue(HttpServerRequest request) {
        return "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaderNames.EXPECT));
    }

    private static long announcedLength(HttpServerRequest request) {
        var header = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
        return header != null && header.matches("[0-9]{1,18}") ? Long.parseLong(header) : 0;
    }
}
