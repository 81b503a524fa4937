package org.depesche.content.image.file;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.depesche.content.image.ImageExpiries;
import org.depesche.content.image.file.ExpiryAnnouncer.NextExpiry;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Has the expiry of images announced when it is due, and by the first reader of a list who comes after it. */
@ApplicationScoped
class ImageExpiry implements ImageExpiries {

    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private final ExpiryAnnouncer announcer;
    private final ChangeLogPositionTracker positions;
    private final RenditionConfig config;
    private final Clock clock;
    private final Worker worker;
    private volatile NextExpiry next = new NextExpiry(-1, Optional.empty());
    /** When the last run began that has ended. */
    private long lastStart = System.nanoTime();

    ImageExpiry(ExpiryAnnouncer announcer, ChangeLogPositionTracker positions, RenditionConfig config, Workers workers,
            Clock clock) {
        this.announcer = announcer;
        this.positions = positions;
        this.config = config;
        this.clock = clock;
        this.worker = workers.create("image-expiry", Worker.Pace.immediate(RETRY), this::run);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop(Duration.ofSeconds(2));
    }

    /** The next run begins at the moment of the next expiry, or earlier: an editor may have set another one meanwhile. */
    private Worker.Result run() {
        var start = System.nanoTime();
        try {
            next = announcer.announce();
            var pause = next.at().map(at -> Duration.between(clock.instant(), at))
                    .filter(left -> !left.isNegative() && left.compareTo(config.expiryPollInterval()) < 0)
                    .orElse(config.expiryPollInterval());
            return Worker.Result.success(pause.plusMillis(1));
        } finally {
            endRun(start);
        }
    }

    private synchronized void endRun(long start) {
        lastStart = start;
        notifyAll();
    }

    /**
     * The worker reads and writes, because the caller may be reading outside of transactions. After a change of the log it
     * reads again: the image of a new article may be the next to expire.
     */
    @Override
    @Transactional
    public Optional<Instant> catchUp() {
        if (next.sequence() < positions.readAndRecord().sequence() || next.isOver(clock.instant())) {
            awaitRun(System.nanoTime());
        }
        return next.at();
    }

    /** Waits for the end of a run that begins now or later. When there is none, the caller takes the lists as they are. */
    private synchronized void awaitRun(long asked) {
        worker.wake();
        try {
            var left = MAX_WAIT.toMillis();
            while (lastStart - asked < 0 && left > 0) {
                wait(left);
                left = MAX_WAIT.toMillis() - Duration.ofNanos(System.nanoTime() - asked).toMillis();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
