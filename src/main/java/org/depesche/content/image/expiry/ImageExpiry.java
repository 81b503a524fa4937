package org.depesche.content.image.expiry;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.depesche.content.image.ImageEvent;
import org.depesche.content.image.LeadImageMoves;
import org.depesche.content.image.expiry.ImageExpiryRepository.DueImage;
import org.depesche.content.image.file.RenditionConfig;
import org.depesche.content.taxonomy.TaxonomyLock;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.platform.database.Transactions;

/**
 * Writes the expiry of images to the change log, and moves their articles from the list with a lead image to the list without
 * one. When the rights are extended later, it moves them back. A step moves a limited number of articles, and writes an entry
 * if it moves any, so that no cache keeps a list from between two steps. From the first step on, publications put articles
 * with the image into the list to which the steps move them.
 */
@ApplicationScoped
class ImageExpiry {

    private final ImageExpiryRepository rows;
    private final LeadImageMoves moves;
    private final RenditionConfig config;
    private final Transactions transactions;
    private final TaxonomyLock lock;
    private final TaxonomyVersion taxonomyVersion;
    private final Event<ImageEvent> events;
    private final Clock clock;

    ImageExpiry(ImageExpiryRepository rows, LeadImageMoves moves, RenditionConfig config, Transactions transactions,
            TaxonomyLock lock, TaxonomyVersion taxonomyVersion, Event<ImageEvent> events, Clock clock) {
        this.rows = rows;
        this.moves = moves;
        this.config = config;
        this.transactions = transactions;
        this.lock = lock;
        this.taxonomyVersion = taxonomyVersion;
        this.events = events;
        this.clock = clock;
    }

    /** Returns when the next step is due, or {@link Instant#MAX} if no image expires. It takes no lock. */
    Instant next() {
        return transactions.callInNew(() -> rows.next(clock.instant())).orElse(Instant.MAX);
    }

    /**
     * Takes the next step. Publications wait until it has ended.
     *
     * @return false if no step is due, or an editor is changing the image
     */
    boolean takeStep() {
        return transactions.callInNew(() -> {
            lock.lockExclusive();
            taxonomyVersion.markChanged();
            var due = rows.lockDue(clock.instant());
            due.ifPresent(this::step);
            return due.isPresent();
        });
    }

    private void step(DueImage image) {
        var isFirst = image.isExpired() != image.isExpiredInLists();
        if (isFirst) {
            rows.setExpired(image.id(), image.isExpired());
        }
        var step = moves.move(image.id(), isFirst ? Optional.empty() : image.moved(), config.expiryBatch());
        step.last().ifPresentOrElse(last -> rows.saveMove(image.id(), last), () -> rows.endMove(image.id()));
        if (step.moved() > 0 || image.isExpired() && !image.isInLog()) {
            events.fire(ImageEvent.ofExpiry(image.id()));
        }
    }
}
