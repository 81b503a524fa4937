package org.depesche.content.image.file.delivery;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageFile;
import org.depesche.content.image.Images;
import org.depesche.content.image.file.BlobKeys;
import org.depesche.content.image.file.ImageFileRepository;
import org.depesche.content.image.file.RenditionConfig;
import org.depesche.content.image.file.StorageFailure;
import org.depesche.content.image.file.rendition.RenditionWorker;
import org.depesche.content.image.published.PublicImageLookup;
import org.depesche.content.image.view.MediaUrls;
import org.depesche.kernel.Uuid7;
import org.depesche.media.picture.Crop;
import org.depesche.media.storage.BlobStore;
import org.depesche.media.storage.StoredBlob;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.response.FileRequest;
import org.depesche.platform.http.response.MovedPermanently;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;

/** Serves renditions, with ranges and conditional requests. */
@ApplicationScoped
class MediaFiles {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern NAME = Pattern.compile("(original|16x9|4x3|1x1)-(\\d{1,5})\\.(jpg|webp|avif)");
    private static final Duration YEAR = Duration.ofDays(365);

    private final Images images;
    private final PublicImageLookup publicImages;
    private final BlobStore blobs;
    private final ImageFileRepository rows;
    private final RenditionWorker worker;
    private final RenditionConfig config;
    private final Transactions transactions;
    private final ResponseMetadata metadata;
    private final Clock clock;

    MediaFiles(Images images, PublicImageLookup publicImages, BlobStore blobs, ImageFileRepository rows,
            RenditionWorker worker, RenditionConfig config, Transactions transactions, ResponseMetadata metadata, Clock clock) {
        this.images = images;
        this.publicImages = publicImages;
        this.blobs = blobs;
        this.rows = rows;
        this.worker = worker;
        this.config = config;
        this.transactions = transactions;
        this.metadata = metadata;
        this.clock = clock;
    }

    Response find(String id, String key, String name, FileRequest request) {
        if (!KEY.matcher(key).matches() || !NAME.matcher(name).matches()) {
            throw notFound();
        }
        var image = Uuid7.parse(id).flatMap(parsed -> transactions.call(() -> images.byId(parsed)))
                .orElseThrow(MediaFiles::notFound);
        metadata.cacheTag(CacheTag.image(image.id()));
        if (image.isExpired(clock.instant())) {
            throw new Problem(ProblemType.RIGHTS_EXPIRED, "The rights to show this image have expired.");
        }
        var current = Optional.ofNullable(image.file()).flatMap(ImageFile::currentRenditions).orElseThrow(MediaFiles::notFound);
        if (!current.key().equals(key)) {
            throw former(image, current, name);
        }
        var blob = blob(BlobKeys.rendition(image.id(), key, name)).orElseThrow(() -> missing(image, current, name));
        return response(image, blob, '"' + key + '-' + name + '"', request);
    }

    /**
     * Returns the response to an address with another key. Former keys are not stored, so that it may be invented: such an
     * address must not reveal the current one of an image that nothing public shows.
     */
    private RuntimeException former(Image image, ImageFile.Renditions current, String name) {
        return switch (config.formerAddresses()) {
            case REDIRECT ->
                transactions.call(() -> publicImages.isPublic(image.id())) ? moved(image, current, name) : notFound();
            case GONE -> new Problem(ProblemType.IMAGE_REPLACED, "The image has another file now.");
        };
    }

    /**
     * Returns the response for a missing file of the current renditions, and requests new ones. Files are missing after the
     * restoration of a backup without renditions.
     */
    private Problem missing(Image image, ImageFile.Renditions current, String name) {
        if (current.fileNames().noneMatch(name::equals)) {
            return notFound();
        }
        if (transactions.call(() -> rows.setReadyPending(image.id(), clock.instant()))) {
            Log.warnf("A rendition is missing and is made again, image=%s name=%s", image.id(), name);
            worker.wake();
        } else if (!transactions.call(() -> rows.isPending(image.id()))) {
            return notFound(); // it cannot be made: the original is missing, too, or damaged
        }
        return new Problem(ProblemType.UNAVAILABLE, "The file is being made again.").header("Retry-After", "60");
    }

    private Optional<StoredBlob> blob(String key) {
        try {
            return blobs.find(key);
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    /**
     * Redirects a former address to the current file of the same crop with the nearest width. The former file is not shown,
     * although it is deleted later: otherwise a cache would store it again after a purge.
     */
    private static MovedPermanently moved(Image image, ImageFile.Renditions current, String name) {
        var match = NAME.matcher(name);
        if (!match.matches()) {
            throw notFound();
        }
        var width = Integer.parseInt(match.group(2));
        var nearest = Crop.ofFileName(match.group(1)).map(Crop::word).map(current::widthsOf).stream().flatMap(List::stream)
                .min(Comparator.<Integer> comparingInt(made -> Math.abs(made - width)).thenComparing(Comparator.reverseOrder()))
                .orElseThrow(MediaFiles::notFound);
        var format = current.formats().contains(match.group(3)) ? match.group(3) : current.formats().get(0);
        return MovedPermanently.to(MediaUrls.path(image.id(), current.key(), match.group(1) + "-" + nearest + "." + format));
    }

    private Response response(Image image, StoredBlob blob, String eTag, FileRequest request) {
        try {
            var response = request.respond(new FileRequest.Content(eTag, blob.storedAt(),
                    MediaUrls.mediaType(blob.key().substring(blob.key().lastIndexOf('.') + 1)), blob.byteSize(),
                    (offset, length) -> blobs.open(blob.key(), offset, length)))
                    .header("Content-Security-Policy", "default-src 'none'; sandbox")
                    .header("Cross-Origin-Resource-Policy", "cross-origin");
            cacheControl(image.expiresAt()).ifPresent(value -> response.header("Cache-Control", value));
            return response.build();
        } catch (NoSuchFileException deleted) {
            throw notFound();
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    /** Returns the header that limits caching to the time of the expiry. Empty if the rights do not expire. */
    private Optional<String> cacheControl(@Nullable Instant expiry) {
        if (expiry == null) {
            return Optional.empty();
        }
        var left = Duration.between(clock.instant(), expiry);
        return Optional.of("public, max-age=" + Math.max(0, (left.compareTo(YEAR) < 0 ? left : YEAR).toSeconds()));
    }

    private static Problem notFound() {
        return new Problem(ProblemType.NOT_FOUND, "Nothing public is at this address.");
    }
}
