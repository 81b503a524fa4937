package org.depesche.delivery.export;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.site.Sites;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.http.response.StreamedBody;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;

/** Begins exports, no more at once than the node has room for. */
@ApplicationScoped
class Exports {

    private static final String RETRY_AFTER_SECONDS = "10";

    private final QueryParameters inputs;
    private final Sites sites;
    private final ChangeLogPositionTracker positions;
    private final ExportWriter writer;
    private final ExportConfig config;
    private final AtomicInteger running = new AtomicInteger();

    Exports(QueryParameters inputs, Sites sites, ChangeLogPositionTracker positions, ExportWriter writer, ExportConfig config,
            MeterRegistry metrics) {
        this.inputs = inputs;
        this.sites = sites;
        this.positions = positions;
        this.writer = writer;
        this.config = config;
        metrics.gauge("depesche.exports", running);
    }

    StreamedBody open(ExportParameters parameters, RoutingContext exchange) {
        var view = inputs.read(ExportParameters.VIEW, parameters.view());
        var includes = inputs.choices(ExportParameters.INCLUDE, parameters.include());
        if (!includes.isEmpty() && view != DetailLevel.FULL) {
            inputs.reject(ExportParameters.INCLUDE, "`include=cacheTags` needs `view=full`.");
        }
        var after = inputs.read(ExportParameters.AFTER, parameters.after());
        var site = sites.requested(inputs, parameters.site());
        inputs.verify();
        positions.latest(); // fails while the database cannot be reached: a response that has begun could only break off
        reservePlace(exchange);
        var query = ExportQuery.of(site, view, !includes.isEmpty(), after);
        return started -> writer.write(started, query);
    }

    private void reservePlace(RoutingContext exchange) {
        if (running.incrementAndGet() > config.maxExports()) {
            running.decrementAndGet();
            throw new Problem(ProblemType.UNAVAILABLE, "This node is busy with other exports.").header("Retry-After",
                    RETRY_AFTER_SECONDS);
        }
        exchange.addEndHandler(ended -> running.decrementAndGet());
    }
}
