package org.depesche.media.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stores files by key. A key is made of lower-case letters, digits, hyphens, dots and single slashes. A stored file never
 * changes: the same key means the same content.
 */
public interface BlobStore {

    /** Stores a copy of the file, completely or not at all. A file that exists keeps its content and becomes young again. */
    void put(String key, Path file) throws IOException;

    /** Returns what is known of a file. Empty if there is no such file. */
    Optional<StoredBlob> find(String key) throws IOException;

    /**
     * Opens a part of a file.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such file
     */
    InputStream open(String key, long offset, long length) throws IOException;

    /** Deletes a file; an absent one is no error. */
    void delete(String key) throws IOException;

    /** Deletes incomplete files that a process left when it died, if they are older than the instant. A bucket has none. */
    default void deleteParts(Instant before) throws IOException {
    }

    /** Visits all files whose keys begin with the prefix, which ends with a slash. */
    void forEach(String prefix, Consumer<StoredBlob> visitor) throws IOException;
}
