package org.depesche.delivery.change;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.site.Sites;
import org.depesche.delivery.change.ChangeLog.Changes;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.PageLinks;
import org.depesche.platform.page.Slice;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Reads pages of the change log. An empty page is delayed while the client is willing to wait. */
@ApplicationScoped
class ChangeFeed {

    private final ChangeLog log;
    private final Sites sites;
    private final PageLinks pages;
    private final ResponseMetadata metadata;
    private final QueryParameters queryParameters;
    private final ChangeConfig config;
    private final CacheFollower follower;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean stopping;

    ChangeFeed(ChangeLog log, Sites sites, PageLinks pages, ResponseMetadata metadata, QueryParameters queryParameters,
            ChangeConfig config,
            CacheFollower follower) {
        this.log = log;
        this.sites = sites;
        this.pages = pages;
        this.metadata = metadata;
        this.queryParameters = queryParameters;
        this.config = config;
        this.follower = follower;
    }

    /**
     * Answers all waiting requests when the service stops, because otherwise the service could not stop before their
     * time is over.
     */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    Uni<ChangePage> read(ChangeParameters parameters) {
        var query = query(parameters);
        var seconds = queryParameters.read(ChangeParameters.WAIT, parameters.waitSeconds());
        queryParameters.verify();
        if (!log.hasPosition(query.since)) {
            throw new Problem(ProblemType.CHANGES_EXPIRED, "The log has the positions from " + log.start() + " to "
                    + log.lastSequence() + ". Start again from an export.");
        }
        var found = query.read(log);
        return (found.isEmpty() && seconds > 0 ? waitForChanges(query, found, Duration.ofSeconds(seconds))
                : Uni.createFrom().item(found))
                .map(changes -> page(query, changes));
    }

    private Query query(ChangeParameters parameters) {
        var filter = ChangeFilter.read(queryParameters, sites, parameters.type(), parameters.site());
        return new Query(queryParameters.read(ChangeParameters.SINCE, parameters.since()), filter,
                queryParameters.read(ChangeParameters.LIMIT, parameters.limit()));
    }

    // Reads again only when this node's follower has seen a new entry, however many requests wait. Waiting requests
    // hold no thread.
    private Uni<Changes> waitForChanges(Query query, Changes emptyPage, Duration wait) {
        if (waiting.incrementAndGet() > config.maxWaitingRequests()) {
            waiting.decrementAndGet();
            return Uni.createFrom().item(emptyPage);
        }
        var seen = new AtomicLong(emptyPage.last());
        var maxTicks = Math.max(1, wait.toMillis() / config.waitInterval().toMillis());
        return Multi.createFrom().ticks().startingAfter(config.waitInterval()).every(config.waitInterval()).onOverflow().drop()
                .select().first(maxTicks).select().first(tick -> !stopping).select()
                .where(tick -> follower.position() > seen.get())
                .onItem().transformToUniAndConcatenate(tick -> Uni.createFrom().item(() -> query.read(log))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .invoke(changes -> seen.set(changes.last()))
                .select().where(changes -> !changes.isEmpty()).toUni()
                .onItem().ifNull().continueWith(emptyPage)
                .onTermination().invoke(() -> waiting.decrementAndGet());
    }

    private ChangePage page(Query query, Changes changes) {
        metadata.replaceSequence(changes.end());
        var slice = new Slice<>(changes.entries(), query.limit, Long.toString(changes.last()), null);
        return new ChangePage(slice.rows(), pages.page(slice, ChangeParameters.SINCE.parameter().name()));
    }

    private record Query(long since, ChangeFilter filter, int limit) {
        Changes read(ChangeLog log) {
            return log.after(since, filter, limit);
        }
    }
}
