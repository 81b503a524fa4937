package org.depesche.delivery.purge;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

import org.depesche.delivery.change.ChangeLog;
import org.depesche.platform.lease.Leases;
import org.depesche.platform.outbound.OutboundHttpClient;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Runs a thread for each network, so that an unreachable network does not delay the others. Of all nodes, the one with
 * the lease purges a network.
 */
@ApplicationScoped
class PurgeWorker {

    private final PurgeConfig config;
    private final ChangeLog log;
    private final PurgePositionRepository positions;
    private final OutboundHttpClient outbound;
    private final Leases leases;
    private final MeterRegistry metrics;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    PurgeWorker(PurgeConfig config, ChangeLog log, PurgePositionRepository positions, OutboundHttpClient outbound,
            Leases leases,
            MeterRegistry metrics) {
        this.config = config;
        this.log = log;
        this.positions = positions;
        this.outbound = outbound;
        this.leases = leases;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        config.endpoints().forEach((name, endpoint) -> endpoint.protocol().missingSetting(endpoint).ifPresent(missing -> {
            throw new IllegalStateException("depesche.purge.endpoints." + name + "." + missing + " is not set");
        }));
        for (var name : config.endpoints().keySet()) {
            var behind = metrics.gauge("depesche.purge.lag", Tags.of("endpoint", name), new AtomicLong());
            var purge = new EndpointPurger(name, config, log, positions, outbound);
            var thread = new Thread(() -> run(purge, behind), "purge-" + name);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        for (var thread : threads) {
            thread.interrupt(); // changes without a response are sent again by the next holder of the lease
            thread.join(config.lease().toMillis());
        }
    }

    private void run(EndpointPurger purge, AtomicLong behind) {
        try {
            var pause = Duration.ZERO;
            while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = purgeOnce(purge, behind);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            release(purge);
        }
    }

    /** Purges the next batch, and returns how long to wait before the next one. */
    @ActivateRequestContext
    Duration purgeOnce(EndpointPurger purge, AtomicLong behind) throws InterruptedException {
        try {
            if (!leases.acquire(lease(purge), config.lease())) {
                behind.set(0); // the holder of the lease reports the lag
                return config.lease().dividedBy(3);
            }
            behind.set(purge.lag());
            behind.set(purge.purgeNext());
            return behind.get() > 0 ? Duration.ZERO : config.pollInterval();
        } catch (IOException | RuntimeException e) {
            var pause = purge.recordFailure();
            Log.warnf("purge endpoint=%s failed, next attempt in %s: %s", purge.name(), pause, e.getMessage());
            return pause;
        }
    }

    private void release(EndpointPurger purge) {
        try {
            leases.release(lease(purge));
        } catch (RuntimeException e) {
            Log.debugf(e, "the lease of purge endpoint=%s was not released and will expire", purge.name());
        }
    }

    private static String lease(EndpointPurger purge) {
        return "purge:" + purge.name();
    }
}
