package org.depesche.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders for tests, below the build's own. */
public final class TestFolders {

    private TestFolders() {
    }

    public static Path target() {
        return Path.of("target").toAbsolutePath();
    }

    public static Path binaries() {
        return target().resolve("test-binaries");
    }

    /** What the tests of this JVM write. Two JVMs that run tests beside each other have one each. */
    public static Path own() {
        return Path.of(System.getProperty("tests.folder", "target")).toAbsolutePath();
    }

    /** Under that name, without what a former run left. */
    public static Path emptyFolder(String name) {
        var folder = own().resolve(name);
        try {
            delete(folder);
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
