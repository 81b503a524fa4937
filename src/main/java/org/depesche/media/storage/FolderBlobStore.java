package org.depesche.media.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.apache.commons.io.input.BoundedInputStream;

/**
 * Files below a folder. A file is written beside its place, forced to the disk, and renamed, so that a crash leaves either a
 * whole file or none. The folders of parts of files begin with a dot and are no keys.
 */
final class FolderBlobStore implements BlobStore {

    private static final String PARTS = ".parts";

    private final Path folder;
    private final Clock clock;

    FolderBlobStore(Path folder, Clock clock) {
        this.folder = folder.toAbsolutePath().normalize();
        this.clock = clock;
    }

    @Override
    public void put(String key, Path file) throws IOException {
        var target = path(key);
        if (Files.exists(target)) {
            Files.setLastModifiedTime(target, FileTime.from(clock.instant()));
            return;
        }
        var part = Files.createDirectories(folder.resolve(PARTS)).resolve(UUID.randomUUID().toString());
        try {
            Files.copy(file, part);
            force(part);
            Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
            createFolder(Objects.requireNonNull(target.getParent()));
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            force(Objects.requireNonNull(target.getParent()));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A sweep may delete the empty folder meanwhile. */
    private static void createFolder(Path parent) throws IOException {
        try {
            Files.createDirectories(parent);
        } catch (FileAlreadyExistsException raced) {
            Files.createDirectories(parent);
        }
    }

    @Override
    public Optional<StoredBlob> find(String key) throws IOException {
        var file = path(key);
        try {
            return Files.isRegularFile(file) ? Optional.of(blob(key, file)) : Optional.empty();
        } catch (NoSuchFileException deleted) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream open(String key, long offset, long length) throws IOException {
        var channel = FileChannel.open(path(key), StandardOpenOption.READ);
        channel.position(offset);
        return BoundedInputStream.builder().setInputStream(Channels.newInputStream(channel)).setMaxCount(length).get();
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    @Override
    public void forEach(String prefix, Consumer<StoredBlob> visitor) throws IOException {
        var start = folder.resolve(prefix);
        if (!Files.isDirectory(start)) {
            return;
        }
        try (var files = Files.walk(start)) {
            files.filter(Files::isRegularFile).forEach(file -> visit(file, visitor));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void deleteParts(Instant before) throws IOException {
        var parts = folder.resolve(PARTS);
        if (!Files.isDirectory(parts)) {
            return;
        }
        try (var files = Files.list(parts)) {
            for (var part : files.toList()) {
                deletePart(part, before);
            }
        }
    }

    private static void deletePart(Path part, Instant before) throws IOException {
        try {
            if (Files.getLastModifiedTime(part).toInstant().isBefore(before)) {
                Files.delete(part);
            }
        } catch (NoSuchFileException completed) {
            // it is in its place meanwhile
        }
    }

    private void visit(Path file, Consumer<StoredBlob> visitor) {
        try {
            visitor.accept(blob(folder.relativize(file).toString().replace('\\', '/'), file));
        } catch (NoSuchFileException deleted) {
            // deleted by another node meanwhile
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoredBlob blob(String key, Path file) throws IOException {
        return new StoredBlob(key, Files.size(file), Files.getLastModifiedTime(file).toInstant());
    }

    private Path path(String key) {
        return folder.resolve(BlobKey.checked(key));
    }

    /** Forces a file or a folder to the disk. On Linux, a rename survives a power cut only when its folder was forced. */
    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
