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

import org.depesche.platform.cache.ResponseCache;
import org.depesche.platform.database.GlancePool;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Reads the log for the response cache: what this node committed at once, what others did by and by. While the log cannot be
 * read the cache is told so.
 */
@ApplicationScoped
class CacheFollower {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final Jdbi jdbi;
    private final AgroalDataSource pool;
    private final GlancePool glances;
    private final ChangeJson json;
    private final ResponseCache cache;
    private final ChangeConfig config;
    private final Semaphore news = new Semaphore(0);
    private final Object reading = new Object();
    private volatile boolean isStopping;
    private volatile long readingSince;
    private boolean isSilent;

    CacheFollower(Jdbi jdbi, AgroalDataSource pool, GlancePool glances, ChangeJson json, ResponseCache cache,
            ChangeConfig config) {
        this.jdbi = jdbi;
        this.pool = pool;
        this.glances = glances;
        this.json = json;
        this.cache = cache;
        this.config = config;
    }

    void start(@Observes @Priority(2_000) StartupEvent event) {
        cache.beginAt(end());
        thread(this::follow, "change-log-follower").start();
        thread(this::watch, "change-log-watch").start();
    }

    void stop(@Observes ShutdownEvent event) {
        isStopping = true;
        news.release();
    }

    /** This node committed something. */
    void hear() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** What this node knows of. */
    long position() {
        return cache.position();
    }

    /** Everything that was committed before this call is known to the cache after it. Gives the position reached. */
    long catchUp() {
        synchronized (reading) {
            while (pass(read())) {
                // there may be more
            }
            return cache.position();
        }
    }

    private void follow() {
        var failures = 0;
        while (!isStopping) {
            failures = isCaughtUp(failures) ? 0 : failures + 1;
            await();
        }
    }

    /** One failure is a connection that broke; after the second nobody may rely on what is kept. */
    private boolean isCaughtUp(int failures) {
        try {
            catchUp();
            if (failures > 1) {
                Log.info("the change log can be read again");
            }
            return true;
        } catch (RuntimeException e) {
            isSilent |= isSilence(e);
            if (failures == 1 && !isStopping) {
                cache.lost();
                Log.warnf("the change log cannot be read: %s", e.getMessage());
            }
            if (failures >= 1) {
                breakSilence();
            }
            return false;
        }
    }

    /**
     * The network swallowed our words, so everybody else's, too: idle connections to nowhere must not be given out again. Who
     * listens on one already does so until it is closed under them or the socket's own timeout.
     */
    private void breakSilence() {
        if (isSilent) {
            isSilent = false;
            pool.flush(AgroalDataSource.FlushMode.ALL);
            glances.forget();
        }
    }

    private static boolean isSilence(RuntimeException failure) {
        return Stream.<Throwable> iterate(failure, Objects::nonNull, Throwable::getCause).limit(20)
                .anyMatch(SocketTimeoutException.class::isInstance);
    }

    /** A database that neither answers nor refuses is away, too. */
    private void watch() {
        while (!isStopping) {
            var since = readingSince;
            if (since != 0 && System.nanoTime() - since > config.patience().plus(LOOK).toNanos()) {
                cache.lost();
            }
            pause(LOOK);
        }
    }

    private void await() {
        try {
            if (news.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
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

    /** Whether there may be more. */
    private boolean pass(List<ChangeEntry> entries) {
        if (entries.isEmpty()) {
            cache.passed(cache.position());
            return false;
        }
        var last = entries.get(entries.size() - 1).sequence();
        if (entries.get(0).sequence() > cache.position() + 1) {
            cache.beginAt(last); // entries were cut off before they were read
        } else {
            tell(entries);
            cache.passed(last);
        }
        return entries.size() >= config.batch();
    }

    private void tell(List<ChangeEntry> entries) {
        var gone = new ArrayList<String>();
        for (var entry : entries) {
            cache.touch(entry.cacheTags(), entry.sequence());
            if (ChangeTypes.isRemoval(entry.type())) {
                gone.addAll(entry.cacheTags());
            }
        }
        if (!gone.isEmpty()) {
            cache.remove(Set.copyOf(gone));
        }
    }

    private List<ChangeEntry> read() {
        readingSince = System.nanoTime() | 1;
        try {
            return jdbi.withHandle(handle -> impatient(handle, () -> handle
                    .createQuery("select entry from change_log where sequence > ? order by sequence limit ?")
                    .bind(0, cache.position()).bind(1, config.batch()).mapTo(String.class).map(json::read).list()));
        } finally {
            readingSince = 0;
        }
    }

    /** A network that went silent must not keep the follower after the database is back elsewhere. */
    private <T> T impatient(Handle handle, Supplier<T> work) {
        try {
            var usual = handle.getConnection().getNetworkTimeout();
            handle.getConnection().setNetworkTimeout(Runnable::run, Math.toIntExact(config.patience().toMillis()));
            try {
                return work.get();
            } finally {
                beAsPatientAs(usual, handle);
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private static void beAsPatientAs(int usual, Handle handle) {
        try {
            handle.getConnection().setNetworkTimeout(Runnable::run, usual);
        } catch (SQLException closed) {
            Log.debug("the connection that was read from is gone", closed); // and must not hide why
        }
    }

    private long end() {
        return jdbi.withHandle(handle -> handle.createQuery("select value from change_counter where id = 1")
                .mapTo(Long.class).one());
    }

    private static Thread thread(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
