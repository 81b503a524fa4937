package org.depesche.content.image.expiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.image.file.RenditionConfig;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Calls {@link ImageExpiry} whenever a step is due. It sleeps until the next expiry that it knows, or for the interval if that
 * is shorter.
 */
@ApplicationScoped
class ImageExpiryWorker {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ImageExpiry expiry;
    private final RenditionConfig config;
    private final Clock clock;
    private final Worker worker;

    ImageExpiryWorker(ImageExpiry expiry, RenditionConfig config, Workers workers, Clock clock) {
        this.expiry = expiry;
        this.config = config;
        this.clock = clock;
        this.worker = workers.create("image-expiry", Worker.Pace.immediate(config.expiryPollInterval()), this::run);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop(GRACE);
    }

    private Worker.Result run() {
        var next = expiry.next();
        while (isOver(next) && !worker.isStopping() && expiry.takeStep()) {
            next = expiry.next();
        }
        var left = Duration.between(clock.instant(), next).plusMillis(1);
        var isSoon = !isOver(next) && left.compareTo(config.expiryPollInterval()) < 0;
        return Worker.Result.success(isSoon ? left : config.expiryPollInterval());
    }

    private boolean isOver(Instant moment) {
        return !moment.isAfter(clock.instant());
    }
}
