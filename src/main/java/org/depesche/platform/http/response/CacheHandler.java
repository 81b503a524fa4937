package org.depesche.platform.http.response;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers out of the cache on the event loop, before anything else looks at the request; has what is missing made once,
 * whoever else asks for it meanwhile.
 */
@ApplicationScoped
class CacheHandler implements ResponseStore {

    /** Before the front door, whose checks an address that was answered before has passed. */
    private static final int PRIORITY = 1_100;
    private static final int PRIORITY_AFTER_REQUEST_GUARD = 900;
    /** Between two looks whether a demanded sequence is here, in milliseconds. */
    private static final long POLL_MILLIS = 25;
    /** What no node catches up with while somebody waits. */
    private static final long MAX_DISTANCE = 10_000;
    private static final String REFUSED = CacheHandler.class.getName() + ".refused";
    private static final String CACHE_MISS = CacheHandler.class.getName();
    private static final String WAITED = CacheHandler.class.getName() + ".waited";
    private static final String HIT = "Depesche; hit";
    private static final String COLLAPSED = "Depesche; fwd=uri-miss; collapsed";

    private final ResponseCache cache;
    private final CacheMetrics metrics;
    private final SingleFlight singleFlight;
    private final Duration waitTimeout;
    private final AtomicInteger awaiting = new AtomicInteger();
    private final int maxAwaiting;

    CacheHandler(ResponseCache cache, CacheMetrics meter, CacheConfig config) {
        this.cache = cache;
        this.metrics = meter;
        this.singleFlight = new SingleFlight(config.maxWaitingRequests());
        this.waitTimeout = config.waitTimeout();
        this.maxAwaiting = config.maxWaitingRequests();
    }

    /** What is kept under which key when it is made, and why it has to be made. */
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
        } else if (!trySendCached(context, key.get(), HIT)) {
            fetch(context, key.get());
        }
    }

    /** With what is kept, when it is true and fresh enough for this caller. */
    private boolean trySendCached(RoutingContext context, CacheKey key, String status) {
        var entry = cache.find(key.text());
        if (entry == null || !entry.response().isAcceptedBy(context.request().getHeader("Accept"))) {
            return false;
        }
        var away = cache.disconnectedFor();
        if (away.isPresent()) {
            return trySendStale(context, key, entry, away.get());
        }
        if (!cache.isFresh(entry) || cache.position(entry) < key.minSequence()) {
            return false;
        }
        send(context, key, entry, status);
        return true;
    }

    /** RFC 5861, section 4: better a late answer than none. */
    private boolean trySendStale(RoutingContext context, CacheKey key, ResponseCache.Entry entry, Duration away) {
        if (away.compareTo(entry.response().staleIfError()) > 0 || cache.position(entry) < key.minSequence()) {
            return false;
        }
        send(context, key, entry, HIT + "; ttl=-" + Math.max(1, away.toSeconds()) + "; detail=database-away");
        return true;
    }

    private void send(RoutingContext context, CacheKey key, ResponseCache.Entry entry, String status) {
        var answer = entry.response();
        metrics.count(status.startsWith(HIT) ? CacheMetrics.Result.HIT : CacheMetrics.Result.COLLAPSED);
        if (answer.isEncodedFor(context.request())) {
            answer.send(context.request(), status, Long.toString(cache.position(entry)));
            return;
        }
        context.vertx().executeBlocking(() -> {
            answer.encodeFor(context.request());
            cache.reweigh(key.text(), entry);
            return entry;
        }, false).onSuccess(done -> answer.send(context.request(), status, Long.toString(cache.position(entry))))
                .onFailure(context::fail);
    }

    private void fetch(RoutingContext context, CacheKey key) {
        if (cache.disconnectedFor().isPresent()) {
            deferRefusal(context, "The database is away, and this answer was not kept.");
        } else if (key.minSequence() > cache.position()) {
            awaitSequence(context, key);
        } else {
            var why = cache.find(key.text()) == null ? "uri-miss" : "stale";
            var flight = singleFlight.begin(key.text());
            if (flight.isPresent()) {
                fetchForAll(context, new CacheMiss(key.text(), flight.get(), why));
            } else if (!tryJoin(context, key)) {
                context.next();
            }
        }
    }

    /** Further on, so that the refusal has the headers of every answer. */
    private static void deferRefusal(RoutingContext context, String why) {
        context.put(REFUSED, why);
        context.next();
    }

    private void throwDeferredRefusal(RoutingContext context) {
        if (context.get(REFUSED) instanceof String why) {
            throw new Problem(ProblemType.UNAVAILABLE, why).header("Retry-After", "1");
        }
        context.next();
    }

    /** Without a thread: looks again now and then. Who wants what is far ahead, or is one too many, is refused at once. */
    private void awaitSequence(RoutingContext context, CacheKey key) {
        if (key.minSequence() - cache.position() >= MAX_DISTANCE || awaiting.get() >= maxAwaiting) {
            deferRefusal(context, "Sequence " + key.minSequence() + " is not here yet.");
            return;
        }
        awaiting.incrementAndGet();
        var home = context.vertx().getOrCreateContext();
        var end = System.nanoTime() + waitTimeout.toNanos();
        context.request().pause();
        context.vertx().setPeriodic(POLL_MILLIS, timer -> {
            var isHere = cache.position() >= key.minSequence();
            if (isHere || System.nanoTime() > end || context.response().closed()) {
                context.vertx().cancelTimer(timer);
                awaiting.decrementAndGet();
                home.runOnContext(now -> continueAfterWait(context, key, isHere));
            }
        });
    }

    private void continueAfterWait(RoutingContext context, CacheKey key, boolean isHere) {
        context.request().resume();
        if (!isHere) {
            deferRefusal(context, "Sequence " + key.minSequence() + " is not here yet.");
        } else if (!trySendCached(context, key, HIT)) {
            fetch(context, key);
        }
    }

    private void fetchForAll(RoutingContext context, CacheMiss asked) {
        metrics.count(CacheMetrics.Result.MISS);
        context.put(CACHE_MISS, asked);
        context.addEndHandler(ended -> singleFlight.complete(asked.key, asked.flight));
        context.next();
    }

    /** No thread waits: the request is taken up again when the answer is there, or patience ends. */
    private boolean tryJoin(RoutingContext context, CacheKey key) {
        var home = context.vertx().getOrCreateContext();
        var isTakenUp = new AtomicBoolean();
        context.request().pause();
        var joins = singleFlight.join(key.text(), () -> resume(home, isTakenUp, context, key));
        if (joins) {
            context.vertx().setTimer(waitTimeout.toMillis(), timer -> resume(home, isTakenUp, context, key));
        } else {
            context.request().resume();
        }
        return joins;
    }

    private void resume(Context home, AtomicBoolean isTakenUp, RoutingContext context, CacheKey key) {
        if (isTakenUp.compareAndSet(false, true)) {
            home.runOnContext(now -> {
                context.request().resume();
                if (!context.response().closed() && !trySendCached(context, key, COLLAPSED)) {
                    retryOnce(context, key);
                }
            });
        }
    }

    /** What could not be kept is made once more, again for all who wait; who waited twice has its own made. */
    private void retryOnce(RoutingContext context, CacheKey key) {
        if (context.get(WAITED) == null) {
            context.put(WAITED, true);
            fetch(context, key);
        } else {
            context.next();
        }
    }

    @Override
    public String store(RoutingContext request, Supplier<CachedResponse> answer) {
        if (!(request.get(CACHE_MISS) instanceof CacheMiss asked)) {
            return "Depesche; fwd=bypass";
        }
        var isKept = cache.store(asked.key, answer.get());
        singleFlight.complete(asked.key, asked.flight);
        return "Depesche; fwd=" + asked.reason + (isKept ? "; stored" : "");
    }
}
