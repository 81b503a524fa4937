package org.depesche.platform.http.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.http.HttpConfig;
import org.depesche.platform.http.ResponseVariants;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;

/**
 * Serves cached responses on the event loop, before any other handler. A missing response is computed once for all
 * concurrent requests of the same key.
 */
@ApplicationScoped
class CacheHandler implements ResponseStore {

    /** Runs before the {@code RequestGuard}: a cached URL has passed its checks before. */
    private static final int PRIORITY = 1_100;
    private static final int PRIORITY_AFTER_REQUEST_GUARD = 900;
    private static final String REFUSED = CacheHandler.class.getName() + ".refused";
    private static final String CACHE_MISS = CacheHandler.class.getName();
    private static final String WAITED = CacheHandler.class.getName() + ".waited";
    private static final String HIT = "Depesche; hit";
    private static final String COLLAPSED = "Depesche; fwd=uri-miss; collapsed";

    private final ResponseCache cache;
    private final CacheMetrics metrics;
    private final ResponseVariants variants;
    private final SingleFlight singleFlight;
    private final Duration waitTimeout;
    private final SequencePoll sequences;

    CacheHandler(ResponseCache cache, CacheMetrics metrics, ResponseVariants variants, CacheConfig config, HttpConfig http) {
        this.cache = cache;
        this.metrics = metrics;
        this.variants = variants;
        this.singleFlight = new SingleFlight(config.maxWaitingRequests());
        this.waitTimeout = config.waitTimeout();
        this.sequences = new SequencePoll(cache::position, http.minSequenceWait(), config.maxWaitingRequests());
    }

    /**
     * The key under which the response will be cached, and why it is computed.
     *
     * @param reason a {@code fwd} value of the header Cache-Status (RFC 9211)
     */
    private record CacheMiss(String key, SingleFlight.Flight flight, String reason) {
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
        filters.register(this::throwDeferredRefusal, PRIORITY_AFTER_REQUEST_GUARD);
    }

    private void handle(RoutingContext context) {
        var key = cache.isEnabled() ? CacheKey.of(context.request()) : Optional.<CacheKey> empty();
        if (key.isEmpty()) {
            context.next();
        } else if (CacheKey.hasBearerToken(context.request())) {
            authenticate(context, key.get());
        } else {
            serve(context, key.get());
        }
    }

    private void serve(RoutingContext context, CacheKey key) {
        if (!trySendCached(context, key, HIT)) {
            fetch(context, key);
        }
    }

    /** A request whose caller cannot be authenticated continues without the cache, and the framework refuses it later. */
    private void authenticate(RoutingContext context, CacheKey key) {
        var eventLoop = context.vertx().getOrCreateContext();
        context.request().pause();
        variants.variantOf(context).subscribe().with(
                variant -> resume(eventLoop, context, () -> serve(context, key.forVariant(variant))),
                failure -> resume(eventLoop, context, context::next));
    }

    private static void resume(Context eventLoop, RoutingContext context, Runnable next) {
        eventLoop.runOnContext(now -> {
            context.request().resume();
            if (!context.response().closed()) {
                next.run();
            }
        });
    }

    /** Sends the cached response if it is fresh, and has the sequence that the request demands. */
    private boolean trySendCached(RoutingContext context, CacheKey key, String status) {
        var entry = cache.find(key.text());
        if (entry == null || entry.response().isExpired()
                || !entry.response().isAcceptedBy(context.request().getHeader("Accept"))) {
            return false;
        }
        var outage = cache.disconnectedFor();
        if (outage.isPresent()) {
            return trySendStale(context, key, entry, outage.get());
        }
        if (!cache.isFresh(entry) || cache.position(entry) < key.minSequence()) {
            return false;
        }
        send(context, key, entry, status);
        return true;
    }

    /** Sends a stale response while the database is unreachable (RFC 5861, section 4). */
    private boolean trySendStale(RoutingContext context, CacheKey key, ResponseCache.Entry entry, Duration outage) {
        if (outage.compareTo(entry.response().staleIfError()) > 0 || cache.position(entry) < key.minSequence()) {
            return false;
        }
        send(context, key, entry, HIT + "; ttl=-" + Math.max(1, outage.toSeconds()) + "; detail=database-away");
        return true;
    }

    private void send(RoutingContext context, CacheKey key, ResponseCache.Entry entry, String status) {
        var response = entry.response();
        metrics.count(status.startsWith(HIT) ? CacheMetrics.Result.HIT : CacheMetrics.Result.COLLAPSED);
        if (response.isReadyFor(context.request())) {
            response.send(context.request(), status, Long.toString(cache.position(entry)));
            return;
        }
        context.vertx().executeBlocking(() -> {
            response.encodeFor(context.request());
            cache.reweigh(key.text(), entry);
            return entry;
        }, false).onSuccess(encoded -> response.send(context.request(), status, Long.toString(cache.position(entry))))
                .onFailure(context::fail);
    }

    private void fetch(RoutingContext context, CacheKey key) {
        if (cache.disconnectedFor().isPresent()) {
            deferRefusal(context, "The database is away, and this answer was not kept.");
        } else if (key.minSequence() > cache.position()) {
            awaitSequence(context, key);
        } else {
            var reason = cache.find(key.text()) == null ? "uri-miss" : "stale";
            var flight = singleFlight.begin(key.text());
            if (flight.isPresent()) {
                fetchForAll(context, new CacheMiss(key.text(), flight.get(), reason));
            } else if (!tryJoin(context, key)) {
                context.next();
            }
        }
    }

    /** Throws the problem in a later handler, so that the response has the headers of every other response. */
    private static void deferRefusal(RoutingContext context, String detail) {
        context.put(REFUSED, detail);
        context.next();
    }

    private void throwDeferredRefusal(RoutingContext context) {
        if (context.get(REFUSED) instanceof String detail) {
            throw new Problem(ProblemType.UNAVAILABLE, detail).header("Retry-After", "1");
        }
        context.next();
    }

    private void awaitSequence(RoutingContext context, CacheKey key) {
        if (!sequences.await(context, key.minSequence(), isReached -> continueAfterWait(context, key, isReached))) {
            deferRefusal(context, notHere(key));
        }
    }

    private static String notHere(CacheKey key) {
        return "Sequence " + key.minSequence() + " is not here yet.";
    }

    private void continueAfterWait(RoutingContext context, CacheKey key, boolean isReached) {
        if (!isReached) {
            deferRefusal(context, notHere(key));
        } else if (!trySendCached(context, key, HIT)) {
            fetch(context, key);
        }
    }

    private void fetchForAll(RoutingContext context, CacheMiss miss) {
        metrics.count(CacheMetrics.Result.MISS);
        context.put(CACHE_MISS, miss);
        context.addEndHandler(ended -> singleFlight.complete(miss.key, miss.flight));
        context.next();
    }

    /** Occupies no thread: the request is resumed when the response is cached or the timeout has passed. */
    private boolean tryJoin(RoutingContext context, CacheKey key) {
        var eventLoop = context.vertx().getOrCreateContext();
        var isResumed = new AtomicBoolean();
        context.request().pause();
        var joined = singleFlight.join(key.text(), () -> resume(eventLoop, isResumed, context, key));
        if (joined) {
            var timer = context.vertx().setTimer(waitTimeout.toMillis(), late -> resume(eventLoop, isResumed, context, key));
            // it would keep the request and its response in memory
            context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
        } else {
            context.request().resume();
        }
        return joined;
    }

    private void resume(Context eventLoop, AtomicBoolean isResumed, RoutingContext context, CacheKey key) {
        if (isResumed.compareAndSet(false, true)) {
            eventLoop.runOnContext(now -> {
                context.request().resume();
                if (!context.response().closed() && !trySendCached(context, key, COLLAPSED)) {
                    retryOnce(context, key);
                }
            });
        }
    }

    /**
     * A response that could not be cached is computed once more, again for all waiting requests. A request that has
     * waited twice computes its own response.
     */
    private void retryOnce(RoutingContext context, CacheKey key) {
        if (context.get(WAITED) == null) {
            context.put(WAITED, true);
            fetch(context, key);
        } else {
            context.next();
        }
    }

    @Override
    public String store(RoutingContext context, Supplier<CachedResponse> response) {
        if (!(context.get(CACHE_MISS) instanceof CacheMiss miss)) {
            return "Depesche; fwd=bypass";
        }
        var isStored = cache.store(miss.key, response.get());
        singleFlight.complete(miss.key, miss.flight);
        return "Depesche; fwd=" + miss.reason + (isStored ? "; stored" : "");
    }
}
