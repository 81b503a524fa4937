package org.depesche.delivery.websub;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.push.PushConfig;
import org.depesche.delivery.push.RetrySchedule;

import io.quarkus.logging.Log;

/** The calls to a subscriber, and what each outcome changes: verification of intent, distribution, denial. */
@ApplicationScoped
class SubscriberCalls {

    private static final int GONE = 410;
    private static final String FAILED = "The hub failed to verify the request.";
    private static final String OVERDUE = "The hub could not verify the request in time.";

    private final SubscriptionRepository rows;
    private final TopicReader topics;
    private final Callback callback;
    private final PushConfig limits;
    private final WebSubConfig config;
    private final Clock clock;
    private final RetrySchedule retries;

    SubscriberCalls(SubscriptionRepository rows, TopicReader topics, Callback callback, PushConfig limits,
            WebSubConfig config, Clock clock) {
        this.rows = rows;
        this.topics = topics;
        this.callback = callback;
        this.limits = limits;
        this.config = config;
        this.clock = clock;
        this.retries = new RetrySchedule(limits.retryDelay(), limits.maxRetryDelay(),
                () -> ThreadLocalRandom.current().nextLong());
    }

    /** A feed as it is at this position of the change log or later; empty when it cannot be read now. */
    Optional<TopicReader.Content> read(URI topic, long sequence) throws InterruptedException {
        try {
            return Optional.of(topics.read(topic, sequence));
        } catch (IOException | RuntimeException e) {
            Log.warnf("A feed cannot be read for its subscribers, topic=%s: %s", topic, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Asks whether the subscriber meant the request, and confirms or forgets it. A failure of the hub itself ends the request,
     * too: the subscriber is informed, and the place is free for others.
     *
     * @throws IOException when the feed cannot be read now; the request waits for another attempt until it is overdue
     */
    void verify(Subscription subscription) throws IOException, InterruptedException {
        var pending = subscription.pending();
        if (pending == null) {
            return;
        }
        try {
            verify(subscription, pending);
        } catch (IOException e) {
            if (!isOverdue(pending)) {
                throw e;
            }
            end(subscription, pending, OVERDUE);
        } catch (RuntimeException e) {
            Log.warnf(e, "Request for a subscription ended, subscription=%s", subscription.id());
            end(subscription, pending, FAILED);
        }
    }

    private boolean isOverdue(Subscription.Pending pending) {
        return pending.since() != null && !pending.since().plus(config.maxPendingTime()).isAfter(clock.instant());
    }

    private void verify(Subscription subscription, Subscription.Pending pending) throws IOException, InterruptedException {
        if (pending.isSubscription()) {
            verify(subscription, pending, topics.read(subscription.topic(), 0));
        } else if (isConfirmed(subscription, pending)) {
            rows.delete(subscription.id(), pending);
        } else {
            rows.refuse(subscription.id(), pending);
        }
    }

    /** Frees the place first: the subscriber may be out of reach. A subscription that should have ended goes on, undenied. */
    private void end(Subscription subscription, Subscription.Pending pending, String reason)
            throws IOException, InterruptedException {
        rows.refuse(subscription.id(), pending);
        if (pending.isSubscription()) {
            callback.deny(subscription, pending.topic(), reason);
        }
    }

    private void verify(Subscription subscription, Subscription.Pending pending, TopicReader.Content content)
            throws IOException, InterruptedException {
        if (content.refusal() != null) {
            end(subscription, pending, content.refusal());
        } else if (isConfirmed(subscription, pending)) {
            rows.confirm(subscription, pending, clock.instant().plusSeconds(pending.leaseSeconds()),
                    new Subscription.Delivered(content.sequence(), content.hash()));
        } else {
            rows.refuse(subscription.id(), pending);
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

    /** Posts the feed unless the subscriber has it already. The subscription of a feed that is gone ends. */
    void deliver(Subscription subscription, TopicReader.Content content) throws IOException, InterruptedException {
        if (content.refusal() != null) {
            rows.delete(subscription.id());
            callback.deny(subscription, subscription.topic().toString(), content.refusal());
            return;
        }
        if (content.sequence() < subscription.delivered().sequence()) {
            return; // another node has delivered newer content
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
        } catch (RuntimeException e) {
            Log.warnf(e, "Feed not delivered, subscription=%s", subscription.id());
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
}
