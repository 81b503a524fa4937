package org.depesche.delivery.change.stream;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.delivery.change.ChangeFilter;
import org.depesche.delivery.change.ChangeLog;
import org.depesche.delivery.change.ChangeLogGrew;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.RoutingContext;

/**
 * Reads the log once for all listeners of this node and sends it to them. Listeners that are far behind share further reads:
 * each step serves all of them that the same entries serve.
 */
@ApplicationScoped
class ChangeBroadcaster {

    private static final Duration RETRY_AFTER_FAILURE = Duration.ofSeconds(1);

    private final ChangeLog log;
    private final EventFormat format;
    private final AbsoluteUrls urls;
    private final StreamConfig config;
    private final LogWindow window;
    private final UnsentBytes unsent;
    private final Worker worker;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicInteger places = new AtomicInteger();
    private volatile boolean isStopping;
    private boolean isReading;

    ChangeBroadcaster(ChangeLog log, EventFormat format, AbsoluteUrls urls, StreamConfig config, Workers workers,
            MeterRegistry metrics) {
        this.log = log;
        this.format = format;
        this.urls = urls;
        this.config = config;
        this.window = new LogWindow(config.window());
        this.worker = workers.create("change-stream", Worker.Pace.immediate(RETRY_AFTER_FAILURE), this::run);
        this.unsent = new UnsentBytes(config, worker::wake);
        metrics.gauge("depesche.changes.listeners", places);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void onChangeLogGrew(@Observes ChangeLogGrew event) {
        if (places.get() > 0) {
            worker.wake();
        }
    }

    /** The clients connect again, to another node. Otherwise the service would wait for them. */
    void release(@Observes ShutdownDelayInitiatedEvent event) {
        endAll();
    }

    void stop(@Observes ShutdownEvent event) {
        endAll();
        worker.stop(Duration.ZERO);
    }

    private void endAll() {
        isStopping = true;
        listeners.forEach(Listener::end);
    }

    /** Reserves a place until the exchange ends, so that a client without a place gets a problem instead of a stream. */
    void reserve(RoutingContext exchange) {
        if (isStopping || places.incrementAndGet() > config.maxListeners()) {
            if (!isStopping) {
                places.decrementAndGet();
            }
            throw new Problem(ProblemType.UNAVAILABLE, "This node has no room for another listener.").header("Retry-After",
                    Long.toString(Math.max(1, config.retry().toSeconds())));
        }
        exchange.addEndHandler(ended -> places.decrementAndGet());
    }

    /** Begins to send the entries after a position, in a place that was reserved. */
    void add(RoutingContext exchange, ChangeFilter filter, long position, Duration retry) {
        var listener = new Listener(exchange, filter, position, unsent);
        exchange.addEndHandler(ended -> listeners.remove(listener));
        listener.send(EventFormat.opening(retry, position));
        listeners.add(listener);
        if (isStopping) {
            listener.end();
        }
        worker.wake();
    }

    private Worker.Result run() {
        if (listeners.isEmpty()) {
            isReading = false;
        } else {
            try {
                serve();
            } finally {
                // also while the log cannot be read: a browser that loses its stream then gets an error, and gives up
                closeStalledAndSendHeartbeats();
            }
        }
        return Worker.Result.success(config.heartbeat().dividedBy(2));
    }

    private void serve() {
        startReading();
        while (!isStopping && (serveLatest() | serveThoseBehind())) {
            // there may be more
        }
    }

    private void startReading() {
        if (!isReading) {
            window.restartAt(log.lastSequence());
            isReading = true;
        }
    }

    /** Reads what is new, and serves everybody whom the latest entries serve. Returns whether there may be more. */
    private boolean serveLatest() {
        var entries = read(window.last());
        window.append(entries);
        var near = listeners.stream().filter(listener -> listener.position() < window.last())
                .filter(listener -> window.reachesBackTo(listener.position())).toList();
        var from = near.stream().mapToLong(Listener::position).min().orElse(window.last());
        deliver(window.after(from), near);
        return !entries.isEmpty();
    }

    /** Serves those whom only older entries serve, from the hindmost one on. Returns whether somebody has moved. */
    private boolean serveThoseBehind() {
        var behind = listeners.stream().filter(listener -> !window.reachesBackTo(listener.position()))
                .filter(listener -> listener.capacity() > 0).toList();
        var from = behind.stream().mapToLong(Listener::position).min();
        if (from.isEmpty()) {
            return false;
        }
        var start = log.start();
        behind.stream().filter(listener -> listener.position() < start).forEach(this::expire);
        return deliver(read(Math.max(from.getAsLong(), start)), behind);
    }

    private List<ChangeLog.Position> read(long position) {
        return log.forClients(position, config.batchSize());
    }

    private boolean deliver(List<ChangeLog.Position> entries, List<Listener> receivers) {
        var delivery = new Delivery(entries, format);
        var last = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).sequence();
        var hasMoved = false;
        for (var receiver : receivers) {
            hasMoved |= receiver.position() < last && delivery.to(receiver);
        }
        return hasMoved;
    }

    /** The log was shortened while this listener was behind. */
    private void expire(Listener listener) {
        listeners.remove(listener);
        listener.endWith(EventFormat.expired(urls.of("/v1/export?view=full")));
    }

    private void closeStalledAndSendHeartbeats() {
        var stalled = listeners.stream().filter(listener -> listener.isStalled(config.stallTimeout().toNanos())).toList();
        stalled.forEach(Listener::close);
        listeners.forEach(listener -> listener.sendHeartbeat(config.heartbeat().dividedBy(2).toNanos()));
    }
}
