package org.depesche.delivery.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.depesche.delivery.change.ChangeEntry;
import org.depesche.delivery.change.ChangeLog;
import org.depesche.delivery.push.PushConfig;
import org.depesche.delivery.push.RetrySchedule;

/**
 * Sends an endpoint what it lacks, entry by entry, until it has everything or fails. The position is stored after each
 * response, so an entry may be sent twice, but none is left out and none overtakes another.
 */
final class EndpointRun {

    private static final String GONE = "The receiver answered 410: it wants no messages any more.";

    private final ChangeLog log;
    private final Messages messages;
    private final Sender sender;
    private final WebhookRepository webhooks;
    private final RetrySchedule retries;
    private final Duration giveUpAfter;
    private final int batchSize;
    private final Clock clock;

    EndpointRun(ChangeLog log, Messages messages, Sender sender, WebhookRepository webhooks, RetrySchedule retries,
            PushConfig config, Clock clock) {
        this.log = log;
        this.messages = messages;
        this.sender = sender;
        this.webhooks = webhooks;
        this.retries = retries;
        this.giveUpAfter = config.giveUpAfter();
        this.batchSize = config.batchSize();
        this.clock = clock;
    }

    /**
     * Sends the entries up to a sequence.
     *
     * @param mayContinue asked before each message: whether this node still holds the lease, and is not stopping
     */
    void send(UUID id, long end, BooleanSupplier mayContinue) throws InterruptedException {
        var webhook = webhooks.find(id);
        while (webhook.isPresent() && webhook.get().isDue(clock.instant()) && webhook.get().sequence() < end) {
            if (!sendBatch(webhook.get(), end, mayContinue)) {
                return;
            }
            webhook = webhooks.find(id);
        }
    }

    /** Returns whether the endpoint took all of them. */
    private boolean sendBatch(Webhook webhook, long end, BooleanSupplier mayContinue) throws InterruptedException {
        var positions = log.forClients(webhook.sequence(), batchSize).stream()
                .filter(position -> position.sequence() <= end).toList();
        for (var position : positions) {
            var wanted = position.entry().flatMap(webhook::wanted);
            if (wanted.isPresent() && (!mayContinue.getAsBoolean() || !deliver(webhook.id(), wanted.get()))) {
                return false;
            }
        }
        if (!positions.isEmpty()) {
            webhooks.advance(webhook.id(), positions.get(positions.size() - 1).sequence());
        }
        return !positions.isEmpty();
    }

    /** Reads the endpoint again: it may have changed, and another node may have sent this entry and later ones. */
    private boolean deliver(UUID id, ChangeEntry entry) throws InterruptedException {
        var webhook = webhooks.find(id).filter(now -> now.isDue(clock.instant()) && now.sequence() < entry.sequence());
        if (webhook.isEmpty()) {
            return false;
        }
        var attempt = sender.send(webhook.get(), messages.of(webhook.get(), entry), entry.sequence());
        if (attempt.isSuccess()) {
            webhooks.advance(id, entry.sequence());
            return true;
        }
        webhooks.saveHealth(id, afterFailure(webhook.get().health(), attempt), entry.sequence());
        return false;
    }

    private Webhook.Health afterFailure(Webhook.Health before, Attempt attempt) {
        var now = clock.instant();
        var failures = before.failures() + 1;
        var since = Optional.ofNullable(before.failingSince()).orElse(now);
        if (attempt.isGone() || Duration.between(since, now).compareTo(giveUpAfter) >= 0) {
            var reason = attempt.isGone() ? GONE : "Failed since " + since + ", at last with: " + attempt.error();
            return new Webhook.Health(failures, since, null, now, reason);
        }
        return new Webhook.Health(failures, since, now.plus(retries.pause(failures)), null, null);
    }
}
