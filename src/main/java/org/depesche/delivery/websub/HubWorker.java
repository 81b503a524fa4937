package org.depesche.delivery.websub;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

import org.depesche.delivery.change.ChangeLog;
import org.depesche.delivery.change.ChangeLogGrew;
import org.depesche.delivery.purge.PurgeProgress;
import org.depesche.delivery.push.DeliveryThreads;
import org.depesche.delivery.push.PushConfig;
import org.depesche.delivery.push.PushHighWatermark;
import org.depesche.platform.lease.Leases;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Verifies requests and distributes feeds, on the node that holds the lease. A feed is posted whole, so that a subscriber that
 * was away gets its newest state once. Slow subscribers have half of the threads and half of the feeds in memory. A failing
 * one waits without any.
 */
@ApplicationScoped
class HubWorker {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final String LEASE = "websub";
    private static final Runnable NOTHING = () -> {
    };

    private final SubscriptionRepository rows;
    private final ChangeLog log;
    private final SubscriberCalls calls;
    private final Leases leases;
    private final WebSubConfig config;
    private final PushConfig limits;
    private final Clock clock;
    private final PushHighWatermark highWatermark;
    private final Worker worker;
    private final DeliveryThreads threads;
    /** Feeds that show more than may be announced yet: they wait, so that a busy feed is announced at all. */
    private final Map<URI, TopicReader.Content> held = new HashMap<>();
    private final Set<UUID> served = ConcurrentHashMap.newKeySet();
    /** How many feeds have deliveries to quick subscribers that have not ended. */
    private final AtomicInteger delivering = new AtomicInteger();
    /** How many feeds have deliveries to other subscribers that have not ended. */
    private final AtomicInteger deliveringSlowly = new AtomicInteger();

    HubWorker(SubscriptionRepository rows, ChangeLog log, SubscriberCalls calls, Leases leases, PurgeProgress purges,
            WebSubConfig config, PushConfig limits, Clock clock, Workers workers) {
        this.rows = rows;
        this.log = log;
        this.calls = calls;
        this.leases = leases;
        this.config = config;
        this.limits = limits;
        this.clock = clock;
        this.highWatermark = new PushHighWatermark(purges, limits.propagationDelay());
        this.worker = workers.create(LEASE, Worker.Pace.immediate(limits.pollInterval()), this::work);
        this.threads = DeliveryThreads.of(limits);
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            worker.start();
        }
    }

    void onChangeLogGrew(@Observes ChangeLogGrew event) {
        worker.wake();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.stop(GRACE);
        threads.stop(GRACE);
        if (config.enabled()) {
            leases.release(LEASE);
        }
    }

    void wake() {
        worker.wake();
    }

    private Worker.Result work() throws InterruptedException {
        rows.deleteExpired(clock.instant());
        var all = rows.all();
        if (all.isEmpty() || !leases.acquire(LEASE, limits.lease())) {
            return Worker.Result.success(limits.pollInterval());
        }
        var end = log.lastSequence();
        var announced = highWatermark.advance(end);
        all.stream().filter(subscription -> subscription.pending() != null).forEach(
                subscription -> serve(subscription, calls::verify, NOTHING));
        distribute(all, announced);
        var isBehind = all.stream().anyMatch(subscription -> subscription.delivered().sequence() < end);
        return Worker.Result.success(isBehind && limits.propagationDelay().compareTo(limits.pollInterval()) < 0
                ? limits.propagationDelay()
                : limits.pollInterval());
    }

    /**
     * Reads each feed once for all of its subscribers that lack changes, those first that lack most. No more feeds are read
     * while too many are in memory. Slow subscribers fill half of it at most, and wait for their next turn.
     */
    private void distribute(List<Subscription> all, long announced) throws InterruptedException {
        var now = clock.instant();
        var due = all.stream().filter(subscription -> subscription.isDue(now) && !served.contains(subscription.id()))
                .filter(subscription -> subscription.delivered().sequence() < announced)
                .filter(subscription -> isQuick(subscription) || hasPlaceForSlow())
                .sorted(Comparator.comparingLong(subscription -> subscription.delivered().sequence()))
                .collect(Collectors.groupingBy(Subscription::topic, LinkedHashMap::new, Collectors.toList()));
        held.keySet().retainAll(due.keySet());
        for (var topic : due.keySet()) {
            if (!held.containsKey(topic)
                    && held.size() + delivering.get() + deliveringSlowly.get() < config.maxFeedsInMemory()) {
                calls.read(topic, announced).ifPresent(content -> held.put(topic, content));
            }
            var content = held.get(topic);
            if (content != null && content.sequence() <= announced) {
                held.remove(topic);
                var bySpeed = due.get(topic).stream().collect(Collectors.partitioningBy(this::isQuick));
                deliver(content, bySpeed.get(true), delivering);
                if (hasPlaceForSlow()) {
                    deliver(content, bySpeed.get(false), deliveringSlowly);
                }
            }
        }
    }

    private boolean isQuick(Subscription subscription) {
        return threads.isQuick(subscription.callback());
    }

    private boolean hasPlaceForSlow() {
        return deliveringSlowly.get() < Math.max(1, config.maxFeedsInMemory() / 2);
    }

    private void deliver(TopicReader.Content content, List<Subscription> subscriptions, AtomicInteger feeds) {
        if (subscriptions.isEmpty()) {
            return;
        }
        feeds.incrementAndGet();
        var left = new AtomicInteger(subscriptions.size());
        subscriptions.forEach(one -> serve(one, subscription -> calls.deliver(subscription, content), () -> {
            if (left.decrementAndGet() == 0) {
                feeds.decrementAndGet();
            }
        }));
    }

    /**
     * The step gets the subscription as it is by then.
     * @param afterwards is called when the step has ended, or is not begun because the subscription is served already
     */
    private void serve(Subscription asked, Step step, Runnable afterwards) {
        var id = asked.id();
        if (!served.add(id)) {
            afterwards.run();
            return;
        }
        threads.execute(asked.callback(), () -> {
            if (tryRun(id, step, afterwards)) {
                worker.wake();
            }
        });
    }

    /** Without success the worker waits, and does not repeat the step at once. */
    private boolean tryRun(UUID id, Step step, Runnable afterwards) {
        try {
            run(id, step);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            Log.warnf("Subscription not served, subscription=%s: %s", id, e.getMessage());
        } finally {
            served.remove(id);
            afterwards.run();
        }
        return false;
    }

    /** The step may have waited for its thread so long that another node has taken over. */
    @ActivateRequestContext
    void run(UUID id, Step step) throws IOException, InterruptedException {
        var subscription = rows.find(id);
        if (subscription.isPresent() && leases.acquire(LEASE, limits.lease())) {
            step.run(subscription.get());
        }
    }

    /** A step that talks to a subscriber. */
    interface Step {
        void run(Subscription subscription) throws IOException, InterruptedException;
    }
}
