package org.depesche.content.editorial.lifecycle;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.editorial.EditorialConfig;
import org.depesche.platform.lease.Leases;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Publishes and unpublishes scheduled articles at their time. Each node looks for due articles with a short read; the node that
 * gets the lease executes them.
 */
@ApplicationScoped
class ScheduleWorker {

    private static final String LEASE = "schedule";

    private final ScheduleRunner runner;
    private final Leases leases;
    private final EditorialConfig.ScheduleRules rules;
    /** The number of articles whose action is due and not done. Operators alert on a value that stays above zero. */
    private final AtomicLong overdue = new AtomicLong();
    private final Worker worker;

    ScheduleWorker(ScheduleRunner runner, Leases leases, EditorialConfig config, Workers workers, MeterRegistry metrics) {
        this.runner = runner;
        this.leases = leases;
        this.rules = config.schedule();
        this.worker = workers.create("schedule", new Worker.Pace(rules.pollInterval(), rules.pollInterval()), () -> {
            poll();
            return Worker.Result.success(rules.pollInterval());
        });
        metrics.gauge("depesche.schedule.overdue", overdue);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop(rules.lease());
    }

    /**
     * Executes everything that is due, unless another node does. What is overdue is counted before, so that a step that takes
     * long is seen, and again afterwards.
     */
    void poll() {
        overdue.set(runner.countOverdue());
        var articles = runner.findDue();
        if (articles.isEmpty() || !leases.acquire(LEASE, rules.lease())) {
            return;
        }
        try {
            execute(articles);
        } finally {
            leases.release(LEASE);
        }
        overdue.set(runner.countOverdue());
    }

    private void execute(List<UUID> due) {
        var articles = due;
        while (!articles.isEmpty() && runner.execute(articles) > 0 && !worker.isStopping()
                && leases.acquire(LEASE, rules.lease())) {
            articles = runner.findDue();
        }
    }
}
