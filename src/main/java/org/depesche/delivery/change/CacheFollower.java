package org.depesche.delivery.change;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.database.AutocommitPool;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.response.ResponseCache;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Tails the change log for the response cache. Commits of this node wake the follower, and polling finds those of other
 * nodes. The cache is marked as disconnected while the log is unreadable.
 */
@ApplicationScoped
class CacheFollower {

    private static final Duration WATCH_INTERVAL = Duration.ofMillis(200);

    private final Jdbi jdbi;
    private final AgroalDataSource pool;
    private final AutocommitPool autocommitPool;
    private final ChangeJson json;
    private final ResponseCache cache;
    private final ChangeConfig config;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Object readLock = new Object();
    private volatile boolean isStopping;
    private volatile long readingSince;
    private boolean hasTimedOut;

    CacheFollower(Jdbi jdbi, AgroalDataSource pool, AutocommitPool autocommitPool, ChangeJson json, ResponseCache cache,
            ChangeConfig config) {
        this.jdbi = jdbi;
        this.pool = pool;
        this.autocommitPool = autocommitPool;
        this.json = json;
        this.cache = cache;
        this.config = config;
    }

    void start(@Observes @Priority(2_000) StartupEvent event) {
        cache.resetTo(lastSequence());
        thread(this::follow, "change-log-follower").start();
        thread(this::watch, "change-log-watch").start();
    }

    void stop(@Observes ShutdownEvent event) {
        isStopping = true;
        wakeUps.release();
    }

    /** Wakes the follower after a commit on this node. */
    void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /** The last sequence that the cache has applied. */
    long position() {
        return cache.position();
    }

    /** Applies everything that was committed before this call, and returns the position. */
    long catchUp() {
        synchronized (readLock) {
            while (applyEntries(read())) {
                // the next batch
            }
            return cache.position();
        }
    }

    private void follow() {
        var failures = 0;
        while (!isStopping) {
            failures = tryCatchUp(failures) ? 0 : failures + 1;
            await();
        }
    }

    /**
     * The first failure may be a single broken connection. From the second failure on, the cache must not serve its
     * responses.
     */
    private boolean tryCatchUp(int failures) {
        try {
            catchUp();
            if (failures > 1) {
                Log.info("the change log is readable again");
            }
            return true;
        } catch (RuntimeException e) {
            hasTimedOut |= isReadTimeout(e);
            if (failures == 1 && !isStopping) {
                cache.markDisconnected();
                Log.warnf("the change log is unreadable: %s", e.getMessage());
            }
            if (failures >= 1) {
                dropIdleConnections();
            }
            return false;
        }
    }

    /**
     * Closes the idle connections after a read timeout. The network has dropped the packets of one connection, and so
     * it will those of the others. A thread that is reading from such a connection waits until the connection is
     * closed, or until the socket times out.
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

    /** Marks the cache as disconnected when the database neither responds nor refuses. */
    private void watch() {
        while (!isStopping) {
            var since = readingSince;
            if (since != 0 && System.nanoTime() - since > config.readTimeout().plus(WATCH_INTERVAL).toNanos()) {
                cache.markDisconnected();
            }
            pause(WATCH_INTERVAL);
        }
    }

    private void await() {
        try {
            if (wakeUps.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException stopped) {
            isStopping = true;
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Applies entries, and returns whether there may be more. */
    private boolean applyEntries(List<ChangeEntry> entries) {
        if (entries.isEmpty()) {
            cache.advanceTo(cache.position());
            return false;
        }
        var last = entries.get(entries.size() - 1).sequence();
        if (entries.get(0).sequence() > cache.position() + 1) {
            cache.resetTo(last); // entries were deleted before they were read
        } else {
            invalidate(entries);
            cache.advanceTo(last);
        }
        return entries.size() >= config.batchSize();
    }

    private void invalidate(List<ChangeEntry> entries) {
        var gone = new ArrayList<CacheTag>();
        for (var entry : entries) {
            cache.invalidate(entry.cacheTags(), entry.sequence());
            if (ChangeTypes.isRemoval(entry.type())) {
                gone.addAll(entry.cacheTags());
            }
        }
        if (!gone.isEmpty()) {
            cache.evict(Set.copyOf(gone));
        }
    }

    private List<ChangeEntry> read() {
        readingSince = System.nanoTime() | 1;
        try {
            return jdbi.withHandle(handle -> withReadTimeout(handle, () -> handle
                    .createQuery("select entry from change_log where sequence > ? order by sequence limit ?")
                    .bind(0, cache.position()).bind(1, config.batchSize()).mapTo(String.class).map(json::read).list()));
        } finally {
            readingSince = 0;
        }
    }

    /**
     * Runs work with a network timeout, so that a silent network does not block the follower after the database has
     * moved.
     */
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
            Log.debug("the connection of the last read is closed", closed); // must not hide the original failure
        }
    }

    private long lastSequence() {
        return jdbi.withHandle(handle -> handle.createQuery("select value from change_counter where id = 1")
                .mapTo(Long.class).one());
    }

    private static Thread thread(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
