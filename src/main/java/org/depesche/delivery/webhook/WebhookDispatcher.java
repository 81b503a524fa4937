package org.depesche.delivery.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

import org.depesche.delivery.change.ChangeLog;
import org.depesche.delivery.change.ChangeLogGrew;
import org.depesche.delivery.purge.PurgeProgress;
import org.depesche.delivery.push.DeliveryThreads;
import org.depesche.delivery.push.PushConfig;
import org.depesche.delivery.push.PushHighWatermark;
import org.depesche.delivery.push.RetrySchedule;
import org.depesche.platform.lease.Leases;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Finds the endpoints that lack entries, and serves each one alone: the node that holds the endpoint's lease. An endpoint
 * that lacks much takes turns with the others, and a failing one waits without a thread.
 */
@ApplicationScoped
class WebhookDispatcher {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ChangeLog log;
    private final PushHighWatermark highWatermark;
    private final WebhookRepository webhooks;
    private final Leases leases;
    private final PushConfig config;
    private final Clock clock;
    private final EndpointRun run;
    private final Worker worker;
    private final DeliveryThreads threads;
    private final Set<UUID> served = ConcurrentHashMap.newKeySet();
    private volatile boolean isStopping;
    private volatile int disabled;
    private volatile long lag;

    WebhookDispatcher(ChangeLog log, PurgeProgress purges, WebhookRepository webhooks, Leases leases, PushConfig config,
            Clock clock, Messages messages, Sender sender, Workers workers, MeterRegistry metrics) {
        this.log = log;
        this.highWatermark = new PushHighWatermark(purges, config.propagationDelay());
        this.webhooks = webhooks;
        this.leases = leases;
        this.config = config;
        this.clock = clock;
        var retries = new RetrySchedule(config.retryDelay(), config.maxRetryDelay(),
                () -> ThreadLocalRandom.current().nextLong());
        this.run = new EndpointRun(log, messages, sender, webhooks, retries, config, clock);
        this.worker = workers.create("webhooks", Worker.Pace.immediate(config.pollInterval()), this::dispatch);
        this.threads = DeliveryThreads.of(config);
        metrics.gauge("depesche.webhooks.disabled", this, dispatcher -> dispatcher.disabled);
        metrics.gauge("depesche.webhooks.lag", this, dispatcher -> dispatcher.lag);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void onChangeLogGrew(@Observes ChangeLogGrew event) {
        worker.wake();
    }

    /** A message without a stored response is sent again, by the next holder of the lease. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        isStopping = true;
        worker.stop(GRACE);
        threads.stop(GRACE);
    }

    /** Serves an endpoint at once, after it was enabled. */
    void wake() {
        worker.wake();
    }

    private Worker.Result dispatch() {
        var all = webhooks.all();
        disabled = (int) all.stream().filter(webhook -> webhook.health().disabledAt() != null).count();
        if (all.isEmpty()) {
            return Worker.Result.success(config.pollInterval());
        }
        var end = log.lastSequence();
        var announced = highWatermark.advance(end);
        lag = all.stream().filter(webhook -> webhook.health().disabledAt() == null)
                .mapToLong(webhook -> end - webhook.sequence()).max().orElse(0);
        var now = clock.instant();
        all.stream().filter(webhook -> webhook.isDue(now) && webhook.sequence() < announced)
                .filter(webhook -> served.add(webhook.id())).forEach(webhook -> serve(webhook, announced));
        return Worker.Result
                .success(lag > 0 ? shorter(config.propagationDelay(), config.pollInterval()) : config.pollInterval());
    }

    private static Duration shorter(Duration one, Duration other) {
        var shorter = one.compareTo(other) < 0 ? one : other;
        return shorter.compareTo(Duration.ofMillis(50)) < 0 ? Duration.ofMillis(50) : shorter;
    }

    private void serve(Webhook webhook, long end) {
        var id = webhook.id();
        threads.execute(webhook.target().url(), () -> {
            var turnEnd = System.nanoTime() + config.timeout().toNanos();
            try {
                serveLeased(id, end, turnEnd);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                Log.warnf("Webhook not served, webhook=%s: %s", id, e.getMessage());
            } finally {
                served.remove(id);
            }
            if (isOver(turnEnd)) {
                worker.wake(); // the endpoint may lack more, and is behind the others now
            }
        });
    }

    private static boolean isOver(long turnEnd) {
        return System.nanoTime() - turnEnd >= 0;
    }

    /** @param turnEnd no message is begun after this time of {@link System#nanoTime()}, so that other endpoints get a thread */
    @ActivateRequestContext
    void serveLeased(UUID id, long end, long turnEnd) throws InterruptedException {
        var lease = "webhook:" + id;
        if (leases.acquire(lease, config.lease())) {
            run.send(id, end, () -> !isStopping && !isOver(turnEnd) && leases.acquire(lease, config.lease()));
            if (isStopping) {
                leases.release(lease);
            }
        }
    }
}
