package org.depesche.platform.http.fastpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Reads items in batches. While all its threads are busy, new items wait. The next free thread takes them as one batch. Under
 * light load each item is a batch of its own, and does not wait.
 */
public final class BatchedReads<T> {

    private final Executor executor;
    private final int maxThreads;
    private final int maxItems;
    private final Consumer<List<T>> reader;
    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger threads = new AtomicInteger();

    /**
     * @param maxThreads how many batches are read at the same time
     * @param maxItems how many items one batch has
     * @param reader must not throw
     */
    BatchedReads(Executor executor, int maxThreads, int maxItems, Consumer<List<T>> reader) {
        this.executor = executor;
        this.maxThreads = maxThreads;
        this.maxItems = maxItems;
        this.reader = reader;
    }

    /** Adds an item to the next batch. */
    public void add(T item) {
        waiting.add(item);
        if (startThread()) {
            executor.execute(this::readAll);
        }
    }

    private boolean startThread() {
        return threads.getAndUpdate(running -> Math.min(running + 1, maxThreads)) < maxThreads;
    }

    private void readAll() {
        do {
            try {
                for (var batch = take(); !batch.isEmpty(); batch = take()) {
                    reader.accept(batch);
                }
            } finally {
                threads.decrementAndGet();
            }
            // an item that was added after the last take and before the decrement has started no thread
        } while (!waiting.isEmpty() && startThread());
    }

    private List<T> take() {
        var batch = new ArrayList<T>();
        for (var item = waiting.poll(); item != null; item = batch.size() < maxItems ? waiting.poll() : null) {
            batch.add(item);
        }
        return batch;
    }
}
