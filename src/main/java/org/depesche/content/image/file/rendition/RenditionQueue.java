package org.depesche.content.image.file.rendition;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageEvent;
import org.depesche.content.image.ImageFile;
import org.depesche.content.image.Images;
import org.depesche.content.image.file.ImageFileRepository;
import org.depesche.content.image.file.ImageFileRepository.Due;
import org.depesche.content.image.file.RenditionConfig;
import org.depesche.content.site.SiteEvent;
import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.platform.database.Transactions;

/**
 * The images that need renditions, and the results. One transaction stores a result and writes the entry of the change log, so
 * that no node keeps a cached image that is pending.
 */
@ApplicationScoped
class RenditionQueue {

    /** The members of an image that decide the content of the files, by the crops or the packet of rights. */
    private static final Set<String> SHOWN = Set.of("focalPoint", "credit", "rights", "file");
    /** Limits the pause between two attempts to 640 seconds. */
    private static final int MAX_DOUBLINGS = 6;

    private final ImageFileRepository rows;
    private final Images images;
    private final RenditionConfig config;
    private final Transactions transactions;
    private final TaxonomyVersion taxonomyVersion;
    private final Event<ImageEvent> events;
    private final Clock clock;

    RenditionQueue(ImageFileRepository rows, Images images, RenditionConfig config, Transactions transactions,
            TaxonomyVersion taxonomyVersion, Event<ImageEvent> events, Clock clock) {
        this.rows = rows;
        this.images = images;
        this.config = config;
        this.transactions = transactions;
        this.taxonomyVersion = taxonomyVersion;
        this.events = events;
        this.clock = clock;
    }

    /** Requests new renditions in the transaction of the change. */
    void imageChanged(@Observes ImageEvent event) {
        if (event.kind() == ChangeKind.UPDATED && event.changed().stream().anyMatch(SHOWN::contains)) {
            rows.setPending(event.id(), clock.instant());
        }
    }

    /** Requests new renditions in the transaction of the change, because each packet of rights states the policies of sites. */
    void siteChanged(@Observes SiteEvent event) {
        if (event.kind() != ChangeKind.UPDATED || event.changed().contains("machineUse")) {
            rows.setAllPending(clock.instant());
        }
    }

    /** Requests renditions of images that could not be decoded when they were uploaded. */
    void setUndecodedPending() {
        transactions.run(() -> rows.setUndecodedPending(clock.instant()));
    }

    /** Takes the next image for the duration of a lease. */
    Optional<Due> takeDue() {
        return transactions.call(() -> rows.takeDue(clock.instant(), config.lease()));
    }

    /** Returns the image that is due; empty if it was deleted or has no file. */
    Optional<Image> image(Due due) {
        return transactions.call(() -> images.byId(due.image())).filter(found -> found.file() != null);
    }

    void finishUnchanged(Due due) {
        transactions.run(() -> rows.finishUnchanged(due));
    }

    /** Makes an image due again after a pause that grows with each attempt. */
    void postpone(Due due, Duration pause) {
        transactions.run(() -> rows.postpone(due,
                clock.instant().plus(pause.multipliedBy(1L << Math.min(due.attempt(), MAX_DOUBLINGS)))));
    }

    /**
     * Makes files public.
     *
     * @param isCurrent whether they belong to what the image is now; if not, new renditions are requested instead
     */
    void publish(Image made, ImageFile.Renditions renditions, List<String> changed, Predicate<Image> isCurrent) {
        transactions.run(() -> {
            taxonomyVersion.markChanged();
            var now = images.byId(made.id());
            if (now.isEmpty() || now.get().file() == null) {
                return;
            }
            if (!isCurrent.test(now.get())) {
                rows.setPending(made.id(), clock.instant());
                return;
            }
            rows.finish(made.id(), now.get().file().withRenditions(renditions), clock.instant());
            events.fire(new ImageEvent(ChangeKind.UPDATED, made.id(), changed));
        });
    }

    /**
     * Records that a file cannot be decoded, and announces it. A file that has replaced it meanwhile is not touched: its own
     * work is due.
     */
    void fail(Image image) {
        transactions.run(() -> {
            taxonomyVersion.markChanged();
            images.byId(image.id()).filter(now -> now.file() != null && Objects.equals(now.sha256(), image.sha256()))
                    .ifPresent(now -> {
                        rows.finish(now.id(), now.file().withState(ImageFile.State.FAILED), clock.instant());
                        events.fire(new ImageEvent(ChangeKind.UPDATED, now.id(), List.of("renditions")));
                    });
        });
    }
}
