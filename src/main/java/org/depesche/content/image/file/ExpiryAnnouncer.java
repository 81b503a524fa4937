package org.depesche.content.image.file;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.depesche.content.image.ImageEvent;
import org.depesche.content.taxonomy.TaxonomyLock;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.ChangeLogPositionTracker;

/** Tells the change log, lists and caches when the rights of an image expire, and when they are extended after that. */
@ApplicationScoped
class ExpiryAnnouncer {

    private static final int BATCH = 100;

    private final ImageFileRepository rows;
    private final Transactions transactions;
    private final TaxonomyLock lock;
    private final TaxonomyVersion taxonomyVersion;
    private final ChangeLogPositionTracker positions;
    private final Event<ImageEvent> events;
    private final Clock clock;

    ExpiryAnnouncer(ImageFileRepository rows, Transactions transactions, TaxonomyLock lock, TaxonomyVersion taxonomyVersion,
            ChangeLogPositionTracker positions, Event<ImageEvent> events, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.lock = lock;
        this.taxonomyVersion = taxonomyVersion;
        this.positions = positions;
        this.events = events;
        this.clock = clock;
    }

    /** Announces what is due, and returns what is next. */
    NextExpiry announce() {
        var next = next();
        if (next.isOver(clock.instant())) {
            while (announceBatch() == BATCH) {
                // until none is left
            }
            next = next();
        }
        return next;
    }

    private NextExpiry next() {
        return transactions.callInNew(
                () -> new NextExpiry(positions.readAndRecord().sequence(), rows.nextExpiry(clock.instant())));
    }

    /**
     * The next expiry at a position of the change log.
     *
     * @param at long ago for an image whose rights were extended after their expiry was announced
     */
    record NextExpiry(long sequence, Optional<Instant> at) {

        boolean isOver(Instant now) {
            return at.isPresent() && !at.get().isAfter(now);
        }
    }

    /** No publication runs meanwhile, which would count the image as before. */
    private int announceBatch() {
        return transactions.callInNew(() -> {
            lock.lockExclusive();
            taxonomyVersion.markChanged();
            var changed = rows.takeExpired(clock.instant(), BATCH);
            changed.forEach(id -> events.fire(ImageEvent.ofExpiry(id)));
            return changed.size();
        });
    }
}
