package org.depesche.media.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;

/** The storage of this node, and the place of files that are being received. */
@ApplicationScoped
public class Storage {

    private static final String INCOMING = ".incoming";

    private final StorageConfig config;
    private final Clock clock;

    Storage(StorageConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Produces
    @ApplicationScoped
    BlobStore blobStore() {
        return isBucket() ? S3Clients.open(config.s3(), clock) : new FolderBlobStore(config.folder(), clock);
    }

    void close(@Disposes BlobStore store) throws Exception {
        if (store instanceof AutoCloseable open) {
            open.close();
        }
    }

    /** Whether files are in a bucket, and not in a folder. */
    public boolean isBucket() {
        return config.s3().bucket().isPresent();
    }

    /** Begins to receive a file of at most {@code maxBytes}. */
    public IncomingFile receive(long maxBytes) throws IOException {
        return IncomingFile.create(incoming(), maxBytes);
    }

    /** The folder of files that are being received. Files that a crash left there are garbage. */
    public Path incoming() {
        return config.folder().toAbsolutePath().resolve(INCOMING);
    }
}
