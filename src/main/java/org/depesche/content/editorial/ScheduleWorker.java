package org.depesche.content.editorial;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.lease.Leases;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * The one thread of a node that looks for what is due. Looking is a short read; only when something is due is the lease
 * asked for, so that one node does it.
 */
@ApplicationScoped
class ScheduleWorker {

    private static final String LEASE = "schedule";

    private final DueArticles due;
    private final Leases leases;
    private final EditorialConfig.ScheduleRules rules;
    /** Due and not done: something an operator has to look at. */
    private final AtomicLong overdue = new AtomicLong();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "schedule");

    ScheduleWorker(DueArticles due, Leases leases, EditorialConfig config, MeterRegistry metrics) {
        this.due = due;
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
            while (!stop.await(rules.look().toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ActivateRequestContext
    void look() {
        try {
            work();
        } catch (RuntimeException e) {
            Log.warnf(e, "The schedule could not be read; trying again in %s", rules.look());
        }
    }

    private void work() {
        overdue.set(due.overdue());
        var articles = due.find();
        if (articles.isEmpty() || !leases.hold(LEASE, rules.lease())) {
            return;
        }
        try {
            while (due.act(articles) > 0 && stop.getCount() > 0 && leases.hold(LEASE, rules.lease())) {
                articles = due.find();
                if (articles.isEmpty()) {
                    return;
                }
            }
        } finally {
            leases.release(LEASE);
        }
    }
}
