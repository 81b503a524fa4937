package org.depesche.content.image.file.rendition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageFile;
import org.depesche.content.image.file.BlobKeys;
import org.depesche.media.storage.BlobStore;
import org.depesche.media.storage.Storage;
import org.depesche.media.storage.StoredBlob;

/** Reads originals from the blob store, and writes the files of renditions to it. */
@ApplicationScoped
class RenditionFiles {

    private final BlobStore blobs;
    private final Storage storage;

    RenditionFiles(BlobStore blobs, Storage storage) {
        this.blobs = blobs;
        this.storage = storage;
    }

    /** Work on a file that exists only meanwhile. */
    @FunctionalInterface
    interface FileWork<T> {
        T call(Path file) throws Exception;
    }

    /** Copies the original of an image to a local file, calls the work with it, and deletes the copy. */
    <T> T withOriginal(Image image, FileWork<T> work) throws Exception {
        var original = Files.createTempFile(Files.createDirectories(storage.incoming()), "original-", ".part");
        try (var in = blobs.open(BlobKeys.original(String.valueOf(image.sha256())), 0, Long.MAX_VALUE)) {
            Files.copy(in, original, StandardCopyOption.REPLACE_EXISTING);
            return work.call(original);
        } finally {
            Files.deleteIfExists(original);
        }
    }

    void store(UUID image, String key, String name, byte[] content) throws IOException {
        try (var file = storage.receive(Long.MAX_VALUE)) {
            file.write(content);
            file.finish();
            blobs.put(BlobKeys.rendition(image, key, name), file.path());
        }
    }

    /** Returns whether all files exist. They are missing after the restoration of a backup without renditions. */
    boolean areStored(Image image, ImageFile.Renditions made) {
        return made.fileNames().allMatch(name -> find(image, made, name).isPresent());
    }

    /** Returns the size of a stored file in bytes. */
    long byteSize(Image image, ImageFile.Renditions made, String name) {
        return find(image, made, name).orElseThrow().byteSize();
    }

    private Optional<StoredBlob> find(Image image, ImageFile.Renditions made, String name) {
        try {
            return blobs.find(BlobKeys.rendition(image.id(), made.key(), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
