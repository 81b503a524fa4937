package org.depesche.content.image.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.commons.io.file.PathUtils;
import org.depesche.content.image.Image;
import org.depesche.content.image.ImageFile;
import org.depesche.content.image.Images;
import org.depesche.kernel.Uuid7;
import org.depesche.media.storage.BlobStore;
import org.depesche.media.storage.Storage;
import org.depesche.media.storage.StoredBlob;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.lease.Leases;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/**
 * Deletes files that no row names. They remain after a crash between the file and its row, after a deletion and after a
 * replacement. A file younger than the retention stays, because its row may not be written yet.
 */
@ApplicationScoped
class ImageFileSweep {

    private static final String LEASE = "image-sweep";
    /** The lease is short, and renewed while a sweep runs, so that a node that dies meanwhile does not block the others. */
    private static final Duration LEASE_DURATION = Duration.ofSeconds(20);
    private static final Duration RENEWAL = Duration.ofSeconds(5);
    private static final Duration DELAY = Duration.ofMinutes(1);

    private final BlobStore blobs;
    private final Storage storage;
    private final ImageFileRepository rows;
    private final Images images;
    private final Transactions transactions;
    private final Leases leases;
    private final RenditionConfig config;
    private final Clock clock;
    private volatile long renewedAt;

    ImageFileSweep(BlobStore blobs, Storage storage, ImageFileRepository rows, Images images, Transactions transactions,
            Leases leases, RenditionConfig config, Clock clock) {
        this.blobs = blobs;
        this.storage = storage;
        this.rows = rows;
        this.images = images;
        this.transactions = transactions;
        this.leases = leases;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Workers workers) {
        workers.repeat("image-sweep", new Worker.Pace(firstDelay(), config.sweepInterval()), config.sweepInterval(),
                this::sweep);
    }

    private Duration firstDelay() {
        return config.sweepInterval().compareTo(DELAY) < 0 ? config.sweepInterval() : DELAY;
    }

    /** Returns the number of deleted files. */
    int sweep() {
        if (!leases.acquire(LEASE, LEASE_DURATION)) {
            return 0;
        }
        renewedAt = System.nanoTime();
        try {
            var garbage = new ArrayList<String>();
            blobs.forEach(BlobKeys.ORIGINALS, blob -> collect(blob, garbage));
            blobs.forEach(BlobKeys.RENDITIONS, blob -> collect(blob, garbage));
            for (var key : garbage) {
                renewLease();
                delete(key);
            }
            blobs.deleteParts(oldest());
            sweepIncoming();
            if (!garbage.isEmpty()) {
                Log.infof("Deleted %d image files that nothing named", garbage.size());
            }
            return garbage.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            leases.release(LEASE);
        }
    }

    /** Renews the lease if it is time. A failure does no harm, because two sweeps at once delete the same files. */
    private void renewLease() {
        if (System.nanoTime() - renewedAt > RENEWAL.toNanos()) {
            leases.acquire(LEASE, LEASE_DURATION);
            renewedAt = System.nanoTime();
        }
    }

    private void collect(StoredBlob blob, ArrayList<String> garbage) {
        renewLease();
        if (isOld(blob) && !isNamed(blob.key())) {
            garbage.add(blob.key());
        }
    }

    /** Deletes a file unless an upload of the same bytes has renewed it meanwhile. */
    private void delete(String key) throws IOException {
        if (blobs.find(key).filter(this::isOld).isPresent() && !isNamed(key)) {
            blobs.delete(key);
        }
    }

    private boolean isOld(StoredBlob blob) {
        return blob.storedAt().isBefore(oldest());
    }

    private Instant oldest() {
        return clock.instant().minus(config.retention());
    }

    private boolean isNamed(String key) {
        var parts = key.split("/");
        if (key.startsWith(BlobKeys.ORIGINALS)) {
            return !parts[parts.length - 1].matches("[0-9a-f]{64}")
                    || transactions.call(() -> rows.isNamed(parts[parts.length - 1]));
        }
        return parts.length == 4
                && transactions.call(() -> Uuid7.parse(parts[1]).filter(id -> isNamed(id, parts[2]))).isPresent();
    }

    /** Returns whether renditions are in use. Those that are being made count as used, because no row names them yet. */
    private boolean isNamed(UUID image, String key) {
        return rows.isPending(image) || images.byId(image).map(Image::file).flatMap(ImageFile::currentRenditions)
                .filter(made -> made.key().equals(key)).isPresent();
    }

    private void sweepIncoming() throws IOException {
        if (!Files.isDirectory(storage.incoming())) {
            return;
        }
        try (var parts = Files.list(storage.incoming())) {
            for (var part : parts.toList()) {
                deleteIfOld(part);
            }
        }
    }

    /** Deletes an old temporary file, or the old folder of a process with its files. A request may delete it meanwhile. */
    private void deleteIfOld(Path part) throws IOException {
        try {
            if (Files.getLastModifiedTime(part).toInstant().isBefore(oldest())) {
                PathUtils.delete(part);
            }
        } catch (NoSuchFileException deleted) {
            Log.debugf("Deleted meanwhile: %s", deleted.getMessage());
        }
    }
}
