package org.depesche.delivery.purge;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.depesche.delivery.change.ChangeLog;
import org.depesche.delivery.change.ChangeLogGrew;
import org.depesche.platform.lease.Leases;
import org.depesche.platform.outbound.OutboundHttpClient;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Runs one worker for each endpoint, so that an unreachable endpoint delays no other. The node that holds the endpoint's lease
 * purges it.
 */
@ApplicationScoped
class PurgeWorker {

    private final PurgeConfig config;
    private final ChangeLog log;
    private final PurgePositionRepository positions;
    private final OutboundHttpClient outbound;
    private final Leases leases;
    private final MeterRegistry metrics;
    private final Workers workers;
    private final Map<EndpointPurger, Worker> running = new ConcurrentHashMap<>();
    private final Set<EndpointPurger> leaseHolders = ConcurrentHashMap.newKeySet();

    PurgeWorker(PurgeConfig config, ChangeLog log, PurgePositionRepository positions, OutboundHttpClient outbound,
            Leases leases, MeterRegistry metrics, Workers workers) {
        this.config = config;
        this.log = log;
        this.positions = positions;
        this.outbound = outbound;
        this.leases = leases;
        this.metrics = metrics;
        this.workers = workers;
    }

    /** Checks the settings before any worker starts, so that the service prints one line and ends. */
    void checkSettings(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        config.endpoints().forEach((name, endpoint) -> endpoint.protocol().missingSetting(endpoint).ifPresent(missing -> {
            throw new ConfigurationException("depesche.purge.endpoints." + name + "." + missing + " is not set");
        }));
    }

    void start(@Observes StartupEvent event) {
        config.endpoints().keySet().forEach(this::start);
    }

    private void start(String name) {
        var lag = metrics.gauge("depesche.purge.lag", Tags.of("endpoint", name), new AtomicLong());
        var purger = new EndpointPurger(name, config, log, positions, outbound);
        var worker = workers.create("purge-" + name, Worker.Pace.immediate(config.retryDelay()),
                () -> purgeOnce(purger, lag));
        running.put(purger, worker);
        worker.start();
    }

    /** A node without the lease is not woken: it would ask for the lease after each change. */
    void onChangeLogGrew(@Observes ChangeLogGrew event) {
        leaseHolders.forEach(purger -> running.get(purger).wake());
    }

    /** An interrupted purge was not confirmed, so the next holder of the lease repeats it. */
    void stop(@Observes ShutdownEvent event) {
        running.forEach((purger, worker) -> {
            worker.interrupt(config.lease());
            release(purger);
        });
    }

    private Worker.Result purgeOnce(EndpointPurger purger, AtomicLong lag) throws InterruptedException {
        try {
            if (!leases.acquire(lease(purger), config.lease())) {
                leaseHolders.remove(purger);
                lag.set(0); // the lag is a metric of the node that holds the lease
                return Worker.Result.success(config.lease().dividedBy(3));
            }
            leaseHolders.add(purger);
            lag.set(purger.lag());
            lag.set(purger.purgeNext());
            return Worker.Result.success(lag.get() > 0 ? Duration.ZERO : config.pollInterval());
        } catch (IOException | RuntimeException e) {
            var pause = purger.recordFailure();
            leaseHolders.remove(purger); // a change of the log must not end the pause after a failure
            Log.warnf("Purge failed, endpoint=%s, next attempt in %s: %s", purger.name(), pause, e.getMessage());
            return Worker.Result.failure(pause);
        }
    }

    private void release(EndpointPurger purger) {
        try {
            leases.release(lease(purger));
        } catch (RuntimeException e) {
            Log.debugf(e, "The lease of a purge expires by itself, endpoint=%s", purger.name());
        }
    }

    private static String lease(EndpointPurger purger) {
        return "purge:" + purger.name();
    }
}
