package org.depesche.content.image.file.rendition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageEvent;
import org.depesche.content.image.ImageFile;
import org.depesche.content.image.Images;
import org.depesche.content.image.file.BlobKeys;
import org.depesche.content.image.file.ImageFileRepository;
import org.depesche.content.image.file.RenditionConfig;
import org.depesche.content.image.file.UploadConfig;
import org.depesche.content.site.SiteEvent;
import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.media.header.ImageFormat;
import org.depesche.media.header.ImageHeader;
import org.depesche.media.header.ImageHeaderReader;
import org.depesche.media.metadata.PhotoMetadataReader;
import org.depesche.media.picture.DamagedPicture;
import org.depesche.media.picture.PictureDecoder;
import org.depesche.media.picture.PixelBudget;
import org.depesche.media.picture.PixelBuffers;
import org.depesche.media.rendition.RenditionMaker;
import org.depesche.media.storage.BlobStore;
import org.depesche.media.storage.Storage;
import org.depesche.media.storage.StoredBlob;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.worker.Worker;
import org.depesche.platform.worker.Workers;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Makes renditions in the background: one picture at a time, its pixels on a thread of a low priority, so that requests do not
 * wait for it. The files are stored first; then one transaction makes them public and writes the entry of the change log.
 */
@ApplicationScoped
public class RenditionWorker {

    /** The members of an image that decide the content of the files, by the crops or the packet of rights. */
    private static final Set<String> SHOWN = Set.of("focalPoint", "credit", "rights", "file");
    private static final Duration RETRY = Duration.ofSeconds(10);
    /** Limits the pause between two attempts to 640 seconds. */
    private static final int MAX_DOUBLINGS = 6;

    private final Worker worker;
    private final PictureThread pixels = new PictureThread();
    private final ImageFileRepository rows;
    private final OutdatedRenditions outdated;
    private final Images images;
    private final BlobStore blobs;
    private final Storage storage;
    private final ImageHeaderReader headers;
    private final PhotoMetadataReader metadata;
    private final PictureDecoder decoder;
    private final PixelBudget budget;
    private final RenditionMaker maker;
    private final RightsPackets packets;
    private final RenditionConfig config;
    private final UploadConfig limits;
    private final Transactions transactions;
    private final TaxonomyVersion taxonomyVersion;
    private final Event<ImageEvent> events;
    private final Clock clock;

    RenditionWorker(Workers workers, ImageFileRepository rows, OutdatedRenditions outdated, Images images, BlobStore blobs,
            Storage storage, ImageHeaderReader headers, PhotoMetadataReader metadata, PictureDecoder decoder,
            PixelBudget budget, RenditionMaker maker, RightsPackets packets, RenditionConfig config, UploadConfig limits,
            Transactions transactions, TaxonomyVersion taxonomyVersion, Event<ImageEvent> events, Clock clock) {
        this.worker = workers.create("image-renditions", Worker.Pace.immediate(RETRY), this::work);
        this.rows = rows;
        this.outdated = outdated;
        this.images = images;
        this.blobs = blobs;
        this.storage = storage;
        this.headers = headers;
        this.metadata = metadata;
        var buffers = PixelBuffers.kept();
        this.decoder = decoder.using(buffers);
        this.budget = budget;
        this.maker = maker.using(buffers);
        this.packets = packets;
        this.config = config;
        this.limits = limits;
        this.transactions = transactions;
        this.taxonomyVersion = taxonomyVersion;
        this.events = events;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (decoder.canDecode(ImageFormat.HEIC)) {
            transactions.run(() -> rows.setUndecodedPending(clock.instant()));
        }
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop(Duration.ofSeconds(10));
        pixels.stop();
    }

    /** Makes the worker of this node look for due renditions at once. */
    public void wake() {
        worker.wake();
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

    private Worker.Result work() {
        while (!worker.isStopping()) {
            var due = transactions.call(() -> rows.takeDue(clock.instant(), config.lease()));
            if (due.isEmpty() && outdated.setPending() > 0) { // uploads come first
                continue;
            }
            if (due.isEmpty()) {
                return Worker.Result.success(config.pollInterval());
            }
            make(due.get());
        }
        return Worker.Result.success(config.pollInterval());
    }

    private static int decoderVersion(Image image) {
        return Arrays.stream(ImageFormat.values()).filter(format -> format.mediaType().equals(image.mediaType())).findFirst()
                .map(format -> PictureDecoder.version(format, pixels(image))).orElse(1);
    }

    private static long pixels(Image image) {
        return image.width() == null || image.height() == null ? 0 : (long) image.width() * image.height();
    }

    /** Searches for renditions of older decoders, as at a start. */
    void checkDecoders() {
        outdated.restart();
        worker.wake();
    }

    /** Makes the renditions of one image. A failure does not stop the others. It is repeated after growing pauses. */
    private void make(ImageFileRepository.Due due) {
        var image = transactions.call(() -> images.byId(due.image())).filter(found -> found.file() != null);
        if (image.isEmpty()) {
            return;
        }
        try {
            var current = image.get().file().currentRenditions().filter(made -> made.key().equals(key(image.get())))
                    .filter(made -> areStored(image.get(), made));
            if (current.isPresent() && !hasAllFacts(current.get(), decoderVersion(image.get()))) {
                publish(image.get(), current.get().withSizes(width(image.get()), height(image.get()),
                        name -> byteSize(image.get(), current.get(), name)), List.of("renditions"));
            } else if (current.isPresent()) {
                transactions.run(() -> rows.finishUnchanged(due));
            } else {
                publish(image.get(), makeFiles(image.get()), List.of("src", "srcset", "renditions"));
            }
        } catch (DamagedPicture damaged) {
            Log.warnf("No renditions, image=%s: %s", due.image(), damaged.getMessage());
            fail(image.get());
        } catch (Exception e) {
            Log.warnf(e, "Renditions failed, image=%s, attempt=%d", due.image(), due.attempt());
            if (due.attempt() >= config.maxAttempts() && !isOfStorage(e)) {
                fail(image.get());
            } else {
                transactions.run(() -> rows.postpone(due,
                        clock.instant().plus(RETRY.multipliedBy(1L << Math.min(due.attempt(), MAX_DOUBLINGS)))));
            }
        }
    }

    /** Returns whether the sizes and the version of the decoder are stored. Older releases write rows without them. */
    private static boolean hasAllFacts(ImageFile.Renditions made, int decoder) {
        return made.widths().keySet().equals(made.jpegs().keySet()) && made.decoderVersion() == decoder;
    }

    /** Returns whether the storage has failed, and not the picture. Such an attempt is always repeated. */
    private static boolean isOfStorage(Exception failure) {
        return failure instanceof IOException || failure instanceof UncheckedIOException;
    }

    private String key(Image image) {
        return RenditionKey.of(image, packets.of(image).toXmp(), maker.settings(), decoderVersion(image));
    }

    /**
     * Records that a file cannot be decoded, and announces it, so that no node keeps a cached image that is pending. A file
     * that has replaced it meanwhile is not touched: its own work is due.
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

    private ImageFile.Renditions makeFiles(Image image) throws Exception {
        var packet = packets.of(image).toXmp();
        var key = RenditionKey.of(image, packet, maker.settings(), decoderVersion(image));
        var original = Files.createTempFile(Files.createDirectories(storage.incoming()), "original-", ".part");
        try (var in = blobs.open(BlobKeys.original(String.valueOf(image.sha256())), 0, Long.MAX_VALUE)) {
            Files.copy(in, original, StandardCopyOption.REPLACE_EXISTING);
            return makeFiles(image, original, key, packet);
        } finally {
            Files.deleteIfExists(original);
        }
    }

    private ImageFile.Renditions makeFiles(Image image, Path original, String key, byte[] packet) throws Exception {
        var header = read(original);
        var orientation = metadata.read(original, header.format()).orientation();
        var focal = Optional.ofNullable(image.focalPoint()).orElse(new Image.FocalPoint(0.5, 0.5));
        var byteSizes = new HashMap<String, Long>();
        return budget.call((long) header.width() * header.height(), limits.budgetTimeout(), () -> pixels.call(() -> {
            var picture = decoder.decodeChecked(original, header, orientation, maker.maxSide());
            var made = maker.make(picture, focal.x(), focal.y(), packet, (name, content) -> {
                byteSizes.put(name, (long) content.length);
                store(image.id(), key, name, content);
            });
            return new ImageFile.Renditions(key, made.widths().entrySet().stream()
                    .collect(Collectors.toMap(crop -> crop.getKey().word(), crop -> List.copyOf(crop.getValue()))),
                    made.extensions(), Map.of(), null, null).withSizes(picture.width(), picture.height(), byteSizes::get);
        })).orElseThrow(() -> new IllegalStateException("the budget of pixels is used up"));
    }

    /** Returns the width, which every image with renditions has. */
    private static int width(Image image) {
        return Objects.requireNonNull(image.width());
    }

    private static int height(Image image) {
        return Objects.requireNonNull(image.height());
    }

    /** Returns whether all files exist. They are missing after the restoration of a backup without renditions. */
    private boolean areStored(Image image, ImageFile.Renditions made) {
        return made.fileNames().allMatch(name -> find(image, made, name).isPresent());
    }

    private long byteSize(Image image, ImageFile.Renditions made, String name) {
        return find(image, made, name).orElseThrow().byteSize();
    }

    private Optional<StoredBlob> find(Image image, ImageFile.Renditions made, String name) {
        try {
            return blobs.find(BlobKeys.rendition(image.id(), made.key(), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImageHeader read(Path original) throws IOException {
        try (var channel = Files.newByteChannel(original)) {
            return headers.read(channel);
        }
    }

    private void store(UUID image, String key, String name, byte[] content) throws IOException {
        try (var file = storage.receive(Long.MAX_VALUE)) {
            file.write(content);
            file.finish();
            blobs.put(BlobKeys.rendition(image, key, name), file.path());
        }
    }

    /** Makes the files public. If the image has changed since they were made, it requests new renditions instead. */
    private void publish(Image made, ImageFile.Renditions renditions, List<String> changed) {
        transactions.run(() -> {
            taxonomyVersion.markChanged();
            var now = images.byId(made.id());
            if (now.isEmpty() || now.get().file() == null) {
                return;
            }
            if (!key(now.get()).equals(renditions.key())) {
                rows.setPending(made.id(), clock.instant());
                return;
            }
            rows.finish(made.id(), now.get().file().withRenditions(renditions.withDecoder(decoderVersion(made))),
                    clock.instant());
            events.fire(new ImageEvent(ChangeKind.UPDATED, made.id(), changed));
        });
    }
}
