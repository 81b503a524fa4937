package org.depesche.content.image.file.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageEditor;
import org.depesche.content.image.ImageFile;
import org.depesche.content.image.ImageMetadata;
import org.depesche.content.image.Images;
import org.depesche.content.image.file.BlobKeys;
import org.depesche.content.image.file.EmbeddedMetadata;
import org.depesche.content.image.file.FileMetadata;
import org.depesche.content.image.file.ImageFileRepository;
import org.depesche.content.image.file.ReceivedFile;
import org.depesche.content.image.file.StorageFailure;
import org.depesche.content.image.file.rendition.RenditionWorker;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.media.storage.BlobStore;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.response.FileRequest;
import org.depesche.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Creates images from files, replaces the files of images, and reads files and their metadata. */
@ApplicationScoped
public class ImageFiles {

    private final BlobStore blobs;
    private final ImageFileRepository rows;
    private final Images images;
    private final ImageEditor editor;
    private final TaxonomyVersion taxonomyVersion;
    private final Transactions transactions;
    private final PublicationZone zone;
    private final RenditionWorker worker;
    private final Clock clock;

    ImageFiles(BlobStore blobs, ImageFileRepository rows, Images images, ImageEditor editor, TaxonomyVersion taxonomyVersion,
            Transactions transactions, PublicationZone zone, RenditionWorker worker, Clock clock) {
        this.blobs = blobs;
        this.rows = rows;
        this.images = images;
        this.editor = editor;
        this.taxonomyVersion = taxonomyVersion;
        this.transactions = transactions;
        this.zone = zone;
        this.worker = worker;
        this.clock = clock;
    }

    /**
     * An image with its file.
     *
     * @param duplicates other images with the same bytes
     * @param warnings the parts of the file that were repaired or left out
     */
    public record StoredImage(Image image, List<UUID> duplicates, List<String> warnings) {

        public StoredImage {
            duplicates = List.copyOf(duplicates);
            warnings = List.copyOf(warnings);
        }
    }

    /** Creates an image. Members that the client left empty are filled with the metadata in the file. */
    public StoredImage create(ImageUpload.CheckedFile upload, ImageMetadata words) {
        var file = upload.file();
        return store(file, () -> {
            var image = editor.create(EmbeddedMetadata.of(file, zone).fill(words, file));
            rows.save(image.id(), file, facts(file, null), clock.instant());
            return image.id();
        });
    }

    /**
     * Replaces the file of an image, or gives it the first one. The values that editors wrote stay; those from the former file
     * are replaced.
     *
     * @param check checks that the client has read the current version
     */
    public StoredImage replace(UUID id, ImageUpload.CheckedFile upload, Consumer<Image> check) {
        var file = upload.file();
        return store(file, () -> {
            var former = new AtomicReference<ImageFile.@Nullable Renditions>();
            editor.replaceFile(id, before -> {
                check.accept(before);
                former.set(ImageFile.formerRenditions(before, file.sha256()));
                return EmbeddedMetadata.of(file, zone).fill(wordsOfDesk(before), file);
            });
            rows.save(id, file, facts(file, former.get()), clock.instant());
            return id;
        });
    }

    private ImageMetadata wordsOfDesk(Image image) {
        if (image.file() == null) {
            return ImageMetadata.of(image);
        }
        var words = ImageMetadata.of(image).withoutDetectedColor(image.file().dominantColor());
        return rows.metadata(image.id()).map(former -> EmbeddedMetadata.of(former.fields(), zone).removeFrom(words))
                .orElse(words);
    }

    /**
     * Stores a file and its row. The file is stored first, so that no row names a missing file. It is stored once more after
     * that, because a sweep may have deleted it before its row existed.
     */
    private StoredImage store(ReceivedFile file, Supplier<UUID> save) {
        var key = BlobKeys.original(file.sha256());
        put(key, file);
        var stored = transactions.call(() -> {
            taxonomyVersion.markChanged();
            var id = save.get();
            return new StoredImage(images.byId(id).orElseThrow(), rows.duplicates(id, file.sha256()),
                    FileMetadata.of(file, zone).warnings());
        });
        put(key, file);
        worker.wake();
        return stored;
    }

    private void put(String key, ReceivedFile file) {
        try {
            blobs.put(key, file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImageFile facts(ReceivedFile file, ImageFile.@Nullable Renditions former) {
        var preview = file.preview();
        var rights = file.metadata().rights();
        return new ImageFile(file.name(), preview == null ? ImageFile.State.UNAVAILABLE : ImageFile.State.PENDING,
                file.header().frames(), preview == null ? null : preview.blurHash(),
                preview == null ? null : preview.dominantColor(),
                file.metadata().production().hasContentCredentials(), rights.licensorName(), rights.licensorUrl(),
                rights.dataMining(), preview == null ? null : former);
    }

    /**
     * Returns the images with the current state of their renditions. Cached images may have an older one, because a change of
     * a focal point or a credit also requests new renditions.
     */
    public List<Image> withStates(List<Image> found) {
        var states = found.isEmpty() ? Map.<UUID, ImageFile.State> of() : rows.states(found.stream().map(Image::id).toList());
        return found.stream().map(image -> image.file() == null ? image
                : image.withFile(image.file().withState(states.getOrDefault(image.id(), image.file().state())))).toList();
    }

    /** Returns the metadata that the file of an image embeds. */
    public Optional<FileMetadata> metadata(UUID id) {
        return transactions.call(() -> rows.metadata(id));
    }

    /**
     * Sends the original of an image with a file.
     *
     * @param eTag the ETag with its quotes
     * @throws Problem 503 if the storage does not work
     */
    public Response.ResponseBuilder sendOriginal(Image image, String eTag, FileRequest request) {
        var key = BlobKeys.original(String.valueOf(image.sha256()));
        try {
            var blob = blobs.find(key).orElseThrow(() -> new NoSuchFileException(key));
            return request.respond(new FileRequest.Content(eTag, image.updatedAt(), String.valueOf(image.mediaType()),
                    blob.byteSize(), (offset, length) -> blobs.open(key, offset, length)));
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }
}
