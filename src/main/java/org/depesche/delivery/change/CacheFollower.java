package org.depesche.delivery.change;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.database.AutocommitPool;
import org.depesche.platform.database.DatabaseConnectivity;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.cache.ResponseCache;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Reads the change log on this node and invalidates the response cache by it: at once after a commit of this node, within the
 * poll interval after a commit of another. Fires {@link ChangeLogGrew} after the cache knows the entries. While the log cannot
 * be read, the cache counts as disconnected.
 */
@ApplicationScoped
class CacheFollower {

    private static final Duration WATCH_INTERVAL = Duration.ofMillis(200);

    private final Jdbi jdbi;
    private final AgroalDataSource pool;
    private final AutocommitPool autocommitPool;
    private final DatabaseConnectivity database;
    private final ChangeLogRepository log;
    private final ResponseCache cache;
    private final ChangeConfig config;
    private final ChangeHistory history;
    private final Event<ChangeLogGrew> listeners;
    private final Worker follower;
    private final Worker watchdog;
    private final Object readLock = new Object();
    private volatile long readingSince;
    private int failures;
    private boolean hasTimedOut;

    CacheFollower(Jdbi jdbi, AgroalDataSource pool, AutocommitPool autocommitPool, DatabaseConnectivity database,
            ChangeLogRepository log, ResponseCache cache, ChangeConfig config, Event<ChangeLogGrew> listeners,
            Workers workers) {
        this.jdbi = jdbi;
        this.pool = pool;
        this.autocommitPool = autocommitPool;
        this.database = database;
        this.log = log;
        this.cache = cache;
        this.config = config;
        this.history = new ChangeHistory(log, cache, config);
        this.listeners = listeners;
        this.follower = workers.create("change-log-follower", Worker.Pace.immediate(config.pollInterval()), this::follow);
        this.watchdog = workers.create("change-log-watchdog", Worker.Pace.immediate(WATCH_INTERVAL), this::watch);
    }

    void start(@Observes @Priority(2_000) StartupEvent event) {
        cache.resetTo(log.lastSequence());
        history.startBefore(cache.position());
        follower.start();
        watchdog.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.stop(Duration.ZERO);
        watchdog.stop(Duration.ZERO);
    }

    /** Reads the log at once: this node has committed entries. */
    void wake() {
        follower.wake();
    }

    /** The last sequence that this node has read. */
    long position() {
        return cache.position();
    }

    /** Reads all entries that were committed before this call into the cache. Returns the last sequence read. */
    long catchUp() {
        synchronized (readLock) {
            while (applyEntries(read())) {
                // there may be more
            }
            return cache.position();
        }
    }

    private Worker.Result follow() {
        try {
            catchUp();
            failures = 0;
            database.reportBack();
            return Worker.Result.success(history.readMore() ? Duration.ZERO : config.pollInterval());
        } catch (RuntimeException e) {
            countFailure(e);
            return Worker.Result.failure(config.pollInterval());
        }
    }

    /** The first failure may be one broken connection. From the second on the cached responses are not reliable. */
    private void countFailure(RuntimeException failure) {
        hasTimedOut |= isReadTimeout(failure);
        failures++;
        if (failures == 2 && !follower.isStopping()) {
            Log.warnf("The change log cannot be read: %s", failure.getMessage());
        }
        if (failures >= 2) {
            markDisconnected();
            dropIdleConnections();
        }
    }

    /**
     * After a read timeout the idle connections of both pools are as dead as ours, so the pools must not hand them out. A
     * thread that already waits on such a connection waits until the pool or the socket's own timeout closes it.
     */
    private void dropIdleConnections() {
        if (hasTimedOut) {
            hasTimedOut = false;
            pool.flush(AgroalDataSource.FlushMode.ALL);
            autocommitPool.flush();
        }
    }

    private static boolean isReadTimeout(RuntimeException failure) {
        return Stream.<Throwable> iterate(failure, Objects::nonNull, Throwable::getCause).limit(20)
                .anyMatch(SocketTimeoutException.class::isInstance);
    }

    /** A database that neither answers nor refuses counts as disconnected, too. */
    private Worker.Result watch() {
        var since = readingSince;
        if (since != 0 && System.nanoTime() - since > config.readTimeout().plus(WATCH_INTERVAL).toNanos()) {
            markDisconnected();
        } else if (database.isAway()) {
            database.reportAway();
        }
        return Worker.Result.success(WATCH_INTERVAL);
    }

    private void markDisconnected() {
        cache.markDisconnected();
        database.reportAway();
    }

    /** Returns whether there may be more. */
    private boolean applyEntries(List<ChangeEntry> entries) {
        if (entries.isEmpty()) {
            cache.advanceTo(cache.position());
            return false;
        }
        var last = entries.get(entries.size() - 1).sequence();
        if (entries.get(0).sequence() > cache.position() + 1) {
            cache.resetTo(last); // entries were deleted before this node read them
        } else {
            invalidate(entries);
            cache.advanceTo(last);
        }
        listeners.fire(new ChangeLogGrew(last));
        return entries.size() >= config.batchSize();
    }

    private void invalidate(List<ChangeEntry> entries) {
        var removed = new ArrayList<CacheTag>();
        for (var entry : entries) {
            cache.invalidate(entry.cacheTags(), entry.sequence());
            if (ChangeTypes.isRemoval(entry.type())) {
                removed.addAll(entry.cacheTags());
            }
        }
        if (!removed.isEmpty()) {
            cache.evict(Set.copyOf(removed));
        }
    }

    private List<ChangeEntry> read() {
        readingSince = System.nanoTime() | 1;
        try {
            return jdbi.withHandle(handle -> withReadTimeout(handle,
                    () -> log.after(handle, cache.position(), config.batchSize())));
        } finally {
            readingSince = 0;
        }
    }

    /** Without a timeout, a silent network would block the follower after the database is back on another host. */
    private <T> T withReadTimeout(Handle handle, Supplier<T> work) {
        try {
            var usual = handle.getConnection().getNetworkTimeout();
            handle.getConnection().setNetworkTimeout(Runnable::run, Math.toIntExact(config.readTimeout().toMillis()));
            try {
                return work.get();
            } finally {
                restoreTimeout(usual, handle);
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private static void restoreTimeout(int usual, Handle handle) {
        try {
            handle.getConnection().setNetworkTimeout(Runnable::run, usual);
        } catch (SQLException closed) {
            Log.debug("The connection of the failed read is closed", closed); // must not hide the cause of the failure
        }
    }
}
