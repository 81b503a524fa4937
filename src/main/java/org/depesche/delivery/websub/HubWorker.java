package org.depesche.delivery.websub;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

import org.depesche.delivery.change.ChangeLog;
import org.depesche.delivery.change.ChangeLogGrew;
import org.depesche.delivery.purge.PurgeProgress;
import org.depesche.delivery.push.Announcement;
import org.depesche.delivery.push.PushConfig;
import org.depesche.delivery.push.RetrySchedule;
import org.depesche.platform.lease.Leases;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Verifies requests and distributes feeds, on the node that holds the lease. A feed is posted whole, so that a subscriber that was
 * away gets its newest state once. A slow subscriber occupies one of a few threads; a failing one waits without any.
 */
@ApplicationScoped
class HubWorker {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final String LEASE = "websub";
    private static final int GONE = 410;

    private final SubscriptionRepository rows;
    private final ChangeLog log;
    private final TopicReader topics;
    private final Callback callback;
    private final Leases leases;
    private final WebSubConfig config;
    private final PushConfig limits;
    private final Clock clock;
    private final Announcement announcement;
    private final RetrySchedule retries;
    private final Worker worker;
    private final ExecutorService threads;
    /** Feeds that show more than may be announced yet: they wait, so that a busy feed is announced at all. */
    private final Map<URI, TopicReader.Content> held = new HashMap<>();
    private final Set<UUID> served = ConcurrentHashMap.newKeySet();

    HubWorker(SubscriptionRepository rows, ChangeLog log, TopicReader topics, Callback callback, Leases leases,
            PurgeProgress purges, WebSubConfig config, PushConfig limits, Clock clock, Workers workers) {
        this.rows = rows;
        this.log = log;
        this.topics = topics;
        this.callback = callback;
        this.leases = leases;
        this.config = config;
        this.limits = limits;
        this.clock = clock;
        this.announcement = new Announcement(purges, limits.propagationDelay());
        this.retries = new RetrySchedule(limits.retryDelay(), limits.maxRetryDelay(),
                () -> ThreadLocalRandom.current().nextLong());
        this.worker = workers.create(LEASE, Worker.Pace.immediate(limits.pollInterval()), this::work);
        this.threads = Executors.newFixedThreadPool(limits.maxConcurrent());
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
        threads.shutdown();
        if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
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
        var announced = announcement.announceable(end);
        all.stream().filter(subscription -> subscription.pending() != null).forEach(
                subscription -> serve(subscription.id(), this::verify));
        distribute(all, announced);
        var isBehind = all.stream().anyMatch(subscription -> subscription.delivered().sequence() < end);
        return Worker.Result.success(isBehind && limits.propagationDelay().compareTo(limits.pollInterval()) < 0
                ? limits.propagationDelay()
                : limits.pollInterval());
    }

    /** Reads each feed once for all of its subscribers that lack changes. */
    private void distribute(List<Subscription> all, long announced) throws InterruptedException {
        var now = clock.instant();
        var due = all.stream().filter(subscription -> subscription.isDue(now) && !served.contains(subscription.id()))
                .filter(subscription -> subscription.delivered().sequence() < announced)
                .collect(Collectors.groupingBy(Subscription::topic));
        held.keySet().retainAll(due.keySet());
        for (var topic : due.keySet()) {
            if (!held.containsKey(topic)) {
                read(topic, announced).ifPresent(content -> held.put(topic, content));
            }
            var content = held.get(topic);
            if (content != null && content.sequence() <= announced) {
                held.remove(topic);
                due.get(topic).forEach(one -> serve(one.id(), subscription -> deliver(subscription, content)));
            }
        }
    }

    private Optional<TopicReader.Content> read(URI topic, long sequence) throws InterruptedException {
        try {
            return Optional.of(topics.read(topic, sequence));
        } catch (IOException e) {
            Log.warnf("A feed cannot be read for its subscribers, topic=%s: %s", topic, e.getMessage());
            return Optional.empty();
        }
    }

    /** The step gets the subscription as it is by then. */
    private void serve(UUID id, Step step) {
        if (!served.add(id)) {
            return;
        }
        threads.execute(() -> {
            if (isServed(id, step)) {
                worker.wake();
            }
        });
    }

    /** Without success the worker waits, and does not repeat the step at once. */
    private boolean isServed(UUID id, Step step) {
        try {
            run(id, step);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            Log.warnf("Subscription not served, subscription=%s: %s", id, e.getMessage());
        } finally {
            served.remove(id);
        }
        return false;
    }

    @ActivateRequestContext
    void run(UUID id, Step step) throws IOException, InterruptedException {
        var subscription = rows.find(id);
        if (subscription.isPresent()) {
            step.run(subscription.get());
        }
    }

    private void verify(Subscription subscription) throws IOException, InterruptedException {
        var pending = subscription.pending();
        if (pending == null) {
            return;
        }
        var content = read(subscription.topic(), 0).filter(TopicReader.Content::isPresent);
        if (pending.isSubscription() && content.isEmpty()) {
            rows.refuse(subscription.id());
            callback.deny(subscription, pending.topic(), "There is no such feed.");
        } else if (!isConfirmed(subscription, pending)) {
            rows.refuse(subscription.id());
        } else if (pending.isSubscription()) {
            rows.confirm(subscription, pending, clock.instant().plusSeconds(pending.leaseSeconds()),
                    new Subscription.Delivered(content.orElseThrow().sequence(), content.orElseThrow().hash()));
        } else {
            rows.delete(subscription.id());
        }
    }

    private boolean isConfirmed(Subscription subscription, Subscription.Pending pending) throws InterruptedException {
        try {
            return callback.confirms(subscription, pending);
        } catch (IOException e) {
            Log.debugf("Subscription not confirmed, subscription=%s: %s", subscription.id(), e.getMessage());
            return false;
        }
    }

    private void deliver(Subscription subscription, TopicReader.Content content) throws IOException, InterruptedException {
        if (!content.isPresent()) {
            rows.delete(subscription.id());
            callback.deny(subscription, subscription.topic().toString(), "The feed is gone.");
            return;
        }
        var delivered = new Subscription.Delivered(content.sequence(), content.hash());
        if (Arrays.equals(content.hash(), subscription.delivered().hash())) {
            rows.saveDelivered(subscription.id(), delivered);
            return;
        }
        var status = status(subscription, content);
        if (status == GONE) {
            rows.delete(subscription.id());
        } else if (Callback.isSuccess(status)) {
            rows.saveDelivered(subscription.id(), delivered);
        } else {
            saveFailure(subscription);
        }
    }

    /** 0 when there was no answer. */
    private int status(Subscription subscription, TopicReader.Content content) throws InterruptedException {
        try {
            return callback.deliver(subscription, content);
        } catch (IOException e) {
            return 0;
        }
    }

    private void saveFailure(Subscription subscription) {
        var now = clock.instant();
        var since = Optional.ofNullable(subscription.health().failingSince()).orElse(now);
        if (Duration.between(since, now).compareTo(limits.giveUpAfter()) >= 0) {
            Log.infof("Subscription ended, subscription=%s: it failed since %s", subscription.id(), since);
            rows.delete(subscription.id());
            return;
        }
        var failures = subscription.health().failures() + 1;
        rows.saveHealth(subscription.id(), new Subscription.Health(failures, since, now.plus(retries.pause(failures))));
    }

    /** A step that talks to a subscriber. */
    interface Step {
        void run(Subscription subscription) throws IOException, InterruptedException;
    }
}
