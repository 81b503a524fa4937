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
import org.depesche.delivery.search.index.SearchConfig;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;

/** Indexes as folders; a file beside them names the present one, so that changing it is one step. */
final class LuceneStore implements IndexStore {

    private static final String CURRENT = "present";

    private final Path folder;
    private final Sites sites;
    private final WordAnalyzers languages;
    private @Nullable FileChannel lock;
    private @Nullable LuceneIndex open;
    private @Nullable LuceneIndex building;
    private String buildingName = "";

    LuceneStore(SearchConfig config, Sites sites, WordAnalyzers languages) {
        this.folder = config.folder().toAbsolutePath().normalize();
        this.sites = sites;
        this.languages = languages;
    }

    @Override
    public synchronized Optional<ArticleIndex> openCurrent() {
        close(open);
        open = null;
        try {
            lockFolder();
            var name = Files.readString(folder.resolve(CURRENT)).strip();
            IndexChecksums.verify(indexFolder(name));
            var found = openIndex(name);
            if (found.isCompatible()) {
                open = found;
                return Optional.of(found);
            }
            close(found);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException broken) {
            Log.warnf("The search index in %s cannot be used: %s", folder, broken.getMessage());
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
    public synchronized void activate(ArticleIndex fresh) {
        try {
            var written = Files.writeString(folder.resolve(CURRENT + ".new"), buildingName);
            Files.move(written, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
    public ArticleIndex reopenIfChanged(ArticleIndex present) {
        return present;
    }

    @Override
    public synchronized void close() {
        close(building);
        close(open);
        building = null;
        open = null;
        unlockFolder();
    }

    /** One node a folder: another one's index would be cleaned away. */
    private void lockFolder() throws IOException {
        if (lock == null) {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                channel.close();
                throw new IllegalStateException("the search index in " + folder
                        + " is in use by another node; DEPESCHE_SEARCH_FOLDER names another folder");
            }
            lock = channel;
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ofThisProcess) {
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
        var place = folder.resolve(name).normalize();
        if (!place.startsWith(folder) || name.isEmpty()) {
            throw new IllegalArgumentException("no index is called \"" + name + "\"");
        }
        return place;
    }

    private LuceneIndex openIndex(String name) throws IOException {
        return new LuceneIndex(FSDirectory.open(Files.createDirectories(indexFolder(name))),
                sites.defaultSite().id().toString(),
                languages);
    }

    /** Of all folders only the present one stays. */
    private void deleteOthers() throws IOException {
        Files.createDirectories(folder);
        var present = folder.resolve(CURRENT);
        var kept = Files.exists(present) ? Files.readString(present).strip() : "";
        try (var places = Files.list(folder)) {
            for (var place : places.filter(Files::isDirectory).filter(place -> !place.getFileName().toString().equals(kept))
                    .toList()) {
                delete(place);
            }
        }
    }

    private static void delete(Path place) throws IOException {
        try (var files = Files.walk(place)) {
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
