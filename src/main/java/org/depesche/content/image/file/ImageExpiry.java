package org.depesche.content.image.file;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.depesche.content.image.ImageEvent;
import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.quarkus.runtime.StartupEvent;

/** Tells the change log when the rights of an image expire, so that caches drop whatever shows it. */
@ApplicationScoped
class ImageExpiry {

    private static final int BATCH = 100;
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final ImageFileRepository rows;
    private final Transactions transactions;
    private final TaxonomyVersion taxonomyVersion;
    private final Event<ImageEvent> events;
    private final RenditionConfig config;
    private final Clock clock;

    ImageExpiry(ImageFileRepository rows, Transactions transactions, TaxonomyVersion taxonomyVersion, Event<ImageEvent> events,
            RenditionConfig config, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.taxonomyVersion = taxonomyVersion;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Workers workers) {
        workers.repeat("image-expiry", Worker.Pace.immediate(RETRY), config.expiryPollInterval(), this::announce);
    }

    void announce() {
        while (announceBatch() == BATCH) {
            // until none is left
        }
    }

    private int announceBatch() {
        return transactions.call(() -> {
            var expired = rows.takeExpired(clock.instant(), BATCH);
            if (!expired.isEmpty()) {
                taxonomyVersion.markChanged();
            }
            expired.forEach(id -> events.fire(new ImageEvent(ChangeKind.UPDATED, id, List.of("expired"))));
            return expired.size();
        });
    }
}
