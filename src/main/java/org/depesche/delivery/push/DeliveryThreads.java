package org.depesche.delivery.push;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Runs deliveries on a limited number of threads, so that slow receivers do not delay the others. A receiver is the host and
 * the port of a URL. Receivers take turns, each has few deliveries at a time, and those whose last delivery was not quick, or
 * that had none yet, have half of the threads together. So half of the threads is there for quick receivers, and one that
 * becomes slow has its share of them for one more delivery.
 */
public final class DeliveryThreads {

    private static final int MAX_REMEMBERED = 10_000;

    private final int size;
    private final int perReceiver;
    private final long slowAfter;
    private final ExecutorService threads;
    /** The deliveries of each receiver, the one first whose turn it is. */
    private final Map<String, Queue<Runnable>> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private final Set<String> quick = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MAX_REMEMBERED;
        }
    });
    private int busy;
    private int busyWithSlow;
    private boolean isStopped;

    /** @param slowAfter a delivery that takes longer is not quick */
    DeliveryThreads(int size, int perReceiver, Duration slowAfter) {
        this.size = size;
        this.perReceiver = perReceiver;
        this.slowAfter = slowAfter.toNanos();
        this.threads = Executors.newFixedThreadPool(size);
    }

    public static DeliveryThreads of(PushConfig config) {
        return new DeliveryThreads(config.maxConcurrent(), config.maxConcurrentPerHost(), config.slowAfter());
    }

    /** Runs a delivery when it is the receiver's turn. */
    public synchronized void execute(URI url, Runnable delivery) {
        waiting.computeIfAbsent(receiver(url), first -> new ArrayDeque<>()).add(delivery);
        startNext();
    }

    /** Whether the last delivery to the receiver was quick. */
    public synchronized boolean isQuick(URI url) {
        return quick.contains(receiver(url));
    }

    /** Starts no further delivery. Those that are running are interrupted if they do not end within {@code grace}. */
    public void stop(Duration grace) throws InterruptedException {
        synchronized (this) {
            isStopped = true;
        }
        threads.shutdown();
        if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    private static String receiver(URI url) {
        return String.valueOf(url.getRawAuthority());
    }

    private void startNext() {
        for (var receiver = next(); receiver.isPresent(); receiver = next()) {
            start(receiver.get());
        }
    }

    private Optional<String> next() {
        return isStopped || busy == size ? Optional.empty() : waiting.keySet().stream().filter(this::mayStart).findFirst();
    }

    private boolean mayStart(String receiver) {
        return running.getOrDefault(receiver, 0) < perReceiver
                && (quick.contains(receiver) || busyWithSlow < Math.max(1, size / 2));
    }

    private void start(String receiver) {
        var deliveries = waiting.remove(receiver);
        var delivery = deliveries.remove();
        if (!deliveries.isEmpty()) {
            waiting.put(receiver, deliveries); // behind the others
        }
        var isSlow = !quick.contains(receiver);
        busy++;
        busyWithSlow += isSlow ? 1 : 0;
        running.merge(receiver, 1, Integer::sum);
        threads.execute(() -> run(receiver, isSlow, delivery));
    }

    private void run(String receiver, boolean wasSlow, Runnable delivery) {
        var start = System.nanoTime();
        try {
            delivery.run();
        } finally {
            end(receiver, wasSlow, System.nanoTime() - start);
        }
    }

    private synchronized void end(String receiver, boolean wasSlow, long nanos) {
        busy--;
        busyWithSlow -= wasSlow ? 1 : 0;
        running.computeIfPresent(receiver, (known, count) -> count == 1 ? null : count - 1);
        quick.remove(receiver);
        if (nanos <= slowAfter) {
            quick.add(receiver);
        }
        startNext();
    }
}
