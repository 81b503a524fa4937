package org.depesche.content.editorial.lifecycle;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

import org.depesche.content.editorial.EditorialConfig;
import org.depesche.platform.lease.Leases;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * The thread of a node that looks up due actions. The look-up is a short read; the node acquires the lease only if an action
 * is due, so that one node executes it.
 */
@ApplicationScoped
class ScheduleWorker {

    private static final String LEASE = "schedule";

    private final ScheduleRunner runner;
    private final Leases leases;
    private final EditorialConfig.ScheduleRules rules;
    /** The number of failed actions. An operator must look at them. */
    private final AtomicLong overdue = new AtomicLong();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "schedule");

    ScheduleWorker(ScheduleRunner due, Leases leases, EditorialConfig config, MeterRegistry metrics) {
        this.runner = due;
        this.leases = leases;
        this.rules = config.schedule();
        metrics.gauge("depesche.schedule.overdue", overdue);
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        thread.join(rules.lease().toMillis());
    }

    private void run() {
        try {
            while (!stop.await(rules.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                poll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ActivateRequestContext
    void poll() {
        try {
            executeDue();
        } catch (RuntimeException e) {
            Log.warnf(e, "The schedule could not be read; trying again in %s", rules.pollInterval());
        }
    }

    private void executeDue() {
        overdue.set(runner.countOverdue());
        var articles = runner.findDue();
        if (articles.isEmpty() || !leases.acquire(LEASE, rules.lease())) {
            return;
        }
        try {
            while (runner.execute(articles) > 0 && stop.getCount() > 0 && leases.acquire(LEASE, rules.lease())) {
                articles = runner.findDue();
                if (articles.isEmpty()) {
                    return;
                }
            }
        } finally {
            leases.release(LEASE);
        }
    }
}
