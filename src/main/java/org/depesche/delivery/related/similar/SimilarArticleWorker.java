package org.depesche.delivery.related.similar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.delivery.change.ChangeLogGrew;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.lease.Leases;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Stores the similar articles that requests searched for, and, on the node with the lease, follows the change log. It pauses as
 * long as it worked, so that it takes half of one core at most. A lost search is repeated with the next request.
 */
@ApplicationScoped
class SimilarArticleWorker {

    private static final String NAME = "similar-articles";
    private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

    private final SimilarityFollower follower;
    private final SimilarArticleRepository stored;
    private final Transactions transactions;
    private final Leases leases;
    private final SimilarArticleConfig config;
    private final LinkedBlockingQueue<FoundSimilarArticles> found;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Worker worker;
    private volatile boolean hasLease;

    SimilarArticleWorker(SimilarityFollower follower, SimilarArticleRepository stored, Transactions transactions,
            Leases leases, SimilarArticleConfig config, Workers workers, MeterRegistry registry) {
        this.follower = follower;
        this.stored = stored;
        this.transactions = transactions;
        this.leases = leases;
        this.config = config;
        this.found = new LinkedBlockingQueue<>(Math.max(1, config.maxWaiting()));
        this.worker = workers.create(NAME, Worker.Pace.immediate(RETRY_DELAY), this::run);
        Gauge.builder(SimilarArticleMetrics.WAITING, waiting, AtomicInteger::get)
                .description("Results of searches for similar articles that wait to be stored").register(registry);
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            worker.start();
        }
    }

    /** A node without the lease is not woken: it would ask for the lease after each change. */
    void onChangeLogGrew(@Observes ChangeLogGrew event) {
        if (hasLease) {
            worker.wake();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop(config.lease());
        if (hasLease) {
            try {
                leases.release(NAME);
            } catch (RuntimeException e) {
                Log.debugf(e, "The lease of similar articles expires by itself");
            }
        }
    }

    /** Stores the result of a request in the background, unless too many results wait already. */
    void store(FoundSimilarArticles result) {
        if (config.enabled() && found.offer(result)) {
            waiting.incrementAndGet();
            worker.wake();
        }
    }

    private Worker.Result run() {
        var start = System.nanoTime();
        storeFound();
        hasLease = follower.isPossible() && leases.acquire(NAME, config.lease());
        var state = hasLease ? follower.step() : SimilarityFollower.State.IDLE;
        return Worker.Result.success(switch (state) {
            case BUSY -> Duration.ofNanos(System.nanoTime() - start);
            case BEHIND -> config.pollInterval();
            case IDLE -> config.lease().dividedBy(3);
        });
    }

    private void storeFound() {
        var next = new ArrayList<FoundSimilarArticles>();
        found.drainTo(next);
        try {
            next.forEach(result -> transactions.run(() -> stored.write(result)));
        } finally {
            waiting.addAndGet(-next.size());
        }
    }
}
