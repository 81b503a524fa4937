package org.depesche.platform.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.http.AnswerKeeper;
import org.depesche.platform.http.KeptAnswer;
import org.depesche.platform.http.RequestKey;
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
class CacheDoor implements AnswerKeeper {

    /** Before the front door, whose checks an address that was answered before has passed. */
    private static final int FIRST = 1_100;
    private static final int AFTER_FRONT_DOOR = 900;
    /** Between two looks whether a demanded sequence is here, in milliseconds. */
    private static final long STEP = 25;
    /** What no node catches up with while somebody waits. */
    private static final long TOO_FAR = 10_000;
    private static final String REFUSED = CacheDoor.class.getName() + ".refused";
    private static final String ASKED = CacheDoor.class.getName();
    private static final String WAITED = CacheDoor.class.getName() + ".waited";
    private static final String HIT = "Depesche; hit";
    private static final String COLLAPSED = "Depesche; fwd=uri-miss; collapsed";

    private final ResponseCache cache;
    private final CacheMeter meter;
    private final Flights flights;
    private final Duration patience;
    private final AtomicInteger awaiting = new AtomicInteger();
    private final int mostAwaiting;

    CacheDoor(ResponseCache cache, CacheMeter meter, CacheConfig config) {
        this.cache = cache;
        this.meter = meter;
        this.flights = new Flights(config.waiting());
        this.patience = config.patience();
        this.mostAwaiting = config.waiting();
    }

    /** What is kept under which key when it is made, and why it has to be made. */
    private record Asked(String key, Flights.Flight flight, String why) {
    }

    void open(@Observes Filters filters) {
        filters.register(this::receive, FIRST);
        filters.register(this::refuseLater, AFTER_FRONT_DOOR);
    }

    private void receive(RoutingContext context) {
        var key = cache.isOn() ? RequestKey.of(context.request()) : Optional.<RequestKey> empty();
        if (key.isEmpty()) {
            context.next();
        } else if (!isAnswered(context, key.get(), HIT)) {
            fetch(context, key.get());
        }
    }

    /** With what is kept, when it is true and fresh enough for this caller. */
    private boolean isAnswered(RoutingContext context, RequestKey key, String status) {
        var entry = cache.find(key.text());
        if (entry == null || !entry.answer().isAcceptedBy(context.request().getHeader("Accept"))) {
            return false;
        }
        var away = cache.awayFor();
        if (away.isPresent()) {
            return isAnsweredUnverified(context, key, entry, away.get());
        }
        if (!cache.isTrue(entry) || cache.position(entry) < key.minSequence()) {
            return false;
        }
        send(context, key, entry, status);
        return true;
    }

    /** RFC 5861, section 4: better a late answer than none. */
    private boolean isAnsweredUnverified(RoutingContext context, RequestKey key, ResponseCache.Entry entry, Duration away) {
        if (away.compareTo(entry.answer().staleIfError()) > 0 || cache.position(entry) < key.minSequence()) {
            return false;
        }
        send(context, key, entry, HIT + "; ttl=-" + Math.max(1, away.toSeconds()) + "; detail=database-away");
        return true;
    }

    private void send(RoutingContext context, RequestKey key, ResponseCache.Entry entry, String status) {
        var answer = entry.answer();
        meter.count(status.startsWith(HIT) ? CacheMeter.Result.HIT : CacheMeter.Result.COLLAPSED);
        if (answer.isReadyFor(context.request())) {
            answer.send(context.request(), status, Long.toString(cache.position(entry)));
            return;
        }
        context.vertx().executeBlocking(() -> {
            answer.prepareFor(context.request());
            cache.weighAgain(key.text(), entry);
            return entry;
        }, false).onSuccess(done -> answer.send(context.request(), status, Long.toString(cache.position(entry))))
                .onFailure(context::fail);
    }

    private void fetch(RoutingContext context, RequestKey key) {
        if (cache.awayFor().isPresent()) {
            refuse(context, "The database is away, and this answer was not kept.");
        } else if (key.minSequence() > cache.position()) {
            awaitSequence(context, key);
        } else {
            var why = cache.find(key.text()) == null ? "uri-miss" : "stale";
            var flight = flights.begin(key.text());
            if (flight.isPresent()) {
                lead(context, new Asked(key.text(), flight.get(), why));
            } else if (!isWaiting(context, key)) {
                context.next();
            }
        }
    }

    /** Further on, so that the refusal has the headers of every answer. */
    private static void refuse(RoutingContext context, String why) {
        context.put(REFUSED, why);
        context.next();
    }

    private void refuseLater(RoutingContext context) {
        if (context.get(REFUSED) instanceof String why) {
            throw new Problem(ProblemType.UNAVAILABLE, why).header("Retry-After", "1");
        }
        context.next();
    }

    /** Without a thread: looks again now and then. Who wants what is far ahead, or is one too many, is refused at once. */
    private void awaitSequence(RoutingContext context, RequestKey key) {
        if (key.minSequence() - cache.position() >= TOO_FAR || awaiting.get() >= mostAwaiting) {
            refuse(context, "Sequence " + key.minSequence() + " is not here yet.");
            return;
        }
        awaiting.incrementAndGet();
        var home = context.vertx().getOrCreateContext();
        var end = System.nanoTime() + patience.toNanos();
        context.request().pause();
        context.vertx().setPeriodic(STEP, timer -> {
            var isHere = cache.position() >= key.minSequence();
            if (isHere || System.nanoTime() > end || context.response().closed()) {
                context.vertx().cancelTimer(timer);
                awaiting.decrementAndGet();
                home.runOnContext(now -> arrive(context, key, isHere));
            }
        });
    }

    private void arrive(RoutingContext context, RequestKey key, boolean isHere) {
        context.request().resume();
        if (!isHere) {
            refuse(context, "Sequence " + key.minSequence() + " is not here yet.");
        } else if (!isAnswered(context, key, HIT)) {
            fetch(context, key);
        }
    }

    private void lead(RoutingContext context, Asked asked) {
        meter.count(CacheMeter.Result.MISS);
        context.put(ASKED, asked);
        context.addEndHandler(ended -> flights.end(asked.key, asked.flight));
        context.next();
    }

    /** No thread waits: the request is taken up again when the answer is there, or patience ends. */
    private boolean isWaiting(RoutingContext context, RequestKey key) {
        var home = context.vertx().getOrCreateContext();
        var isTakenUp = new AtomicBoolean();
        context.request().pause();
        var joins = flights.join(key.text(), () -> takeUp(home, isTakenUp, context, key));
        if (joins) {
            context.vertx().setTimer(patience.toMillis(), timer -> takeUp(home, isTakenUp, context, key));
        } else {
            context.request().resume();
        }
        return joins;
    }

    private void takeUp(Context home, AtomicBoolean isTakenUp, RoutingContext context, RequestKey key) {
        if (isTakenUp.compareAndSet(false, true)) {
            home.runOnContext(now -> {
                context.request().resume();
                if (!context.response().closed() && !isAnswered(context, key, COLLAPSED)) {
                    again(context, key);
                }
            });
        }
    }

    /** What could not be kept is made once more, again for all who wait; who waited twice has its own made. */
    private void again(RoutingContext context, RequestKey key) {
        if (context.get(WAITED) == null) {
            context.put(WAITED, true);
            fetch(context, key);
        } else {
            context.next();
        }
    }

    @Override
    public String keep(RoutingContext request, Supplier<KeptAnswer> answer) {
        if (!(request.get(ASKED) instanceof Asked asked)) {
            return "Depesche; fwd=bypass";
        }
        var isKept = cache.keep(asked.key, answer.get());
        flights.end(asked.key, asked.flight);
        return "Depesche; fwd=" + asked.why + (isKept ? "; stored" : "");
    }
}
