package org.depesche.platform.http.fastpath;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.database.AutocommitPool;

/**
 * The threads of the fast path: as many as there are connections for them, so that no thread waits for one. Waiting requests
 * are bounded by the request queue. Rejected: the framework's threads, which carry the context of the request that started
 * them into a batch.
 */
@ApplicationScoped
public class FastPathThreads {

    private final FastPathConfig config;
    private final int size;
    private final ExecutorService threads;

    FastPathThreads(FastPathConfig config, AutocommitPool connections) {
        this.config = config;
        this.size = connections.size();
        var number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(Math.max(1, size), task -> {
            var thread = new Thread(task, "fast-path-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    boolean isEnabled() {
        return size > 0;
    }

    /** Runs a task on one of the threads. */
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /** Returns an object that combines concurrent reads into batches. */
    public <T> BatchedReads<T> batched(Consumer<List<T>> reader) {
        return new BatchedReads<>(threads, Math.max(1, Math.min(size, config.batchThreads())),
                config.batchSize(), reader);
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
