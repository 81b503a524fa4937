package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

import org.apache.lucene.store.FSDirectory;
import org.depesche.content.site.Sites;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.IndexStore;
import org.depesche.delivery.search.index.IndexUnreachable;
import org.depesche.delivery.search.index.SearchConfig;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;

/**
 * Stores each index in its own folder. A file beside the folders names the current index, so that activating an index
 * is one atomic step.
 */
final class LuceneStore implements IndexStore {

    private static final String CURRENT = "present";

    private final Path folder;
    private final Sites sites;
    private final WordAnalyzers analyzers;
    private @Nullable FileChannel lock;
    private @Nullable LuceneIndex open;
    private @Nullable LuceneIndex building;
    private String buildingName = "";

    LuceneStore(SearchConfig config, Sites sites, WordAnalyzers analyzers) {
        this.folder = config.folder().toAbsolutePath().normalize();
        this.sites = sites;
        this.analyzers = analyzers;
    }

    @Override
    public synchronized Optional<ArticleIndex> openCurrent() {
        close(open);
        open = null;
        try {
            lockFolder();
            var name = Files.readString(folder.resolve(CURRENT)).strip();
            IndexChecksums.verify(indexFolder(name));
            var index = openIndex(name);
            if (index.isCompatible()) {
                open = index;
                return Optional.of(index);
            }
            close(index);
        } catch (NoSuchFileException noCurrentIndex) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException unusable) {
            Log.warnf("The search index in %s cannot be used: %s", folder, unusable.getMessage());
        }
        return Optional.empty();
    }

    @Override
    public synchronized ArticleIndex create() {
        try {
            lockFolder();
            close(building);
            deleteOthers();
            buildingName = UUID.randomUUID().toString();
            building = openIndex(buildingName);
            return building;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void activate(ArticleIndex newIndex, Runnable publish) {
        try {
            var newFile = Files.writeString(folder.resolve(CURRENT + ".new"), buildingName);
            Files.move(newFile, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            publish.run();
            close(open);
            open = building;
            building = null;
            deleteOthers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean tryBecomeWriter() {
        return true;
    }

    @Override
    public ArticleIndex reopenIfChanged(ArticleIndex current) {
        return current;
    }

    @Override
    public synchronized void close() {
        close(building);
        close(open);
        building = null;
        open = null;
        unlockFolder();
    }

    /** Only one node may use a folder, because each node deletes all indexes but its own. */
    private void lockFolder() throws IOException {
        if (lock == null) {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLockOrClose(channel)) {
                throw new IndexUnreachable("the folder " + folder + " is in use by another Depesche. Stop that one first, or"
                        + " choose another folder with DEPESCHE_SEARCH_FOLDER");
            }
            lock = channel;
        }
    }

    /** Leaves the channel open only if it is locked. */
    static boolean tryLockOrClose(FileChannel channel) throws IOException {
        var isLocked = false;
        try {
            isLocked = tryLock(channel);
            return isLocked;
        } finally {
            if (!isLocked) {
                channel.close();
            }
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException lockedByThisProcess) {
            return false;
        }
    }

    private void unlockFolder() {
        try {
            if (lock != null) {
                lock.close();
                lock = null;
            }
        } catch (IOException e) {
            Log.warnf("The lock of %s could not be released: %s", folder, e.getMessage());
        }
    }

    private Path indexFolder(String name) {
        var path = folder.resolve(name).normalize();
        if (!path.startsWith(folder) || name.isEmpty()) {
            throw new IllegalArgumentException("no index is called \"" + name + "\"");
        }
        return path;
    }

    private LuceneIndex openIndex(String name) throws IOException {
        return new LuceneIndex(FSDirectory.open(Files.createDirectories(indexFolder(name))),
                sites.defaultSite().id().toString(),
                analyzers);
    }

    /** Deletes all folders except the current index's. */
    private void deleteOthers() throws IOException {
        Files.createDirectories(folder);
        var currentFile = folder.resolve(CURRENT);
        var currentName = Files.exists(currentFile) ? Files.readString(currentFile).strip() : "";
        try (var paths = Files.list(folder)) {
            for (var path : paths.filter(Files::isDirectory).filter(path -> !path.getFileName().toString().equals(currentName))
                    .toList()) {
                delete(path);
            }
        }
    }

    private static void delete(Path path) throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void close(@Nullable LuceneIndex index) {
        if (index != null) {
            try {
                index.close();
            } catch (IOException e) {
                Log.warnf("A search index could not be closed: %s", e.getMessage());
            }
        }
    }
}
