package org.depesche.delivery.change.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.site.Sites;
import org.depesche.delivery.change.ChangeFilter;
import org.depesche.delivery.change.ChangeLog;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.response.StreamedBody;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Decides where a stream begins, and whether it can. */
@ApplicationScoped
class ChangeStreams {

    private final ChangeLog log;
    private final Sites sites;
    private final QueryParameters inputs;
    private final AbsoluteUrls urls;
    private final ChangeBroadcaster broadcaster;
    private final StreamConfig config;

    ChangeStreams(ChangeLog log, Sites sites, QueryParameters inputs, AbsoluteUrls urls, ChangeBroadcaster broadcaster,
            StreamConfig config) {
        this.log = log;
        this.sites = sites;
        this.inputs = inputs;
        this.urls = urls;
        this.broadcaster = broadcaster;
        this.config = config;
    }

    /** The stream; empty for a client that an earlier event asked to start again. A browser stops connecting then. */
    Optional<StreamedBody> open(StreamParameters parameters, RoutingContext exchange) {
        var since = inputs.read(StreamParameters.SINCE, parameters.since());
        var filter = ChangeFilter.read(inputs, sites, parameters.type(), parameters.site());
        inputs.verify();
        if (EventFormat.EXPIRED_ID.equals(parameters.lastEventId())) {
            return Optional.empty();
        }
        var position = lastEvent(parameters).orElseGet(() -> since.orElseGet(log::lastSequence));
        return Optional.of(log.hasPosition(position) ? live(exchange, filter, position) : expired());
    }

    private static OptionalLong lastEvent(StreamParameters parameters) {
        var id = parameters.lastEventId();
        if (id == null || id.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!id.matches("\\d{1,18}")) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, "Last-Event-ID is the id of an event of this stream.");
        }
        return OptionalLong.of(Long.parseLong(id));
    }

    private StreamedBody live(RoutingContext exchange, ChangeFilter filter, long position) {
        broadcaster.reserve(exchange);
        return started -> broadcaster.add(started, filter, position, retry());
    }

    /** Sends one event in place of the 410 that polling gets, because the event source of a browser cannot read a 410. */
    private StreamedBody expired() {
        Buffer event = EventFormat.expired(urls.of("/v1/export?view=full"));
        return exchange -> exchange.response().end(event);
    }

    /** At random, so that the listeners of a node that stops do not come back all at once. */
    private Duration retry() {
        return config.retry().plusMillis(ThreadLocalRandom.current().nextLong(config.retry().toMillis() + 1));
    }
}
