package org.depesche.media.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderBlobStoreTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private FolderBlobStore store;

    @BeforeEach
    void open() {
        store = new FolderBlobStore(folder.resolve("media"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void aFileIsFoundReadInPartsAndDeleted() throws IOException {
        store.put("original/ab/abcd", file("0123456789"));

        assertThat(store.find("original/ab/abcd")).contains(new StoredBlob("original/ab/abcd", 10, NOW));
        try (var part = store.open("original/ab/abcd", 3, 4)) {
            assertThat(part.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("3456");
        }
        store.delete("original/ab/abcd");
        store.delete("original/ab/abcd");
        assertThat(store.find("original/ab/abcd")).isEmpty();
        assertThatThrownBy(() -> store.open("original/ab/abcd", 0, 1)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void theSameKeyKeepsItsContentAndBecomesYoung() throws IOException {
        store.put("original/ab/abcd", file("first"));
        var later = new FolderBlobStore(folder.resolve("media"), Clock.fixed(NOW.plus(Duration.ofDays(2)), ZoneOffset.UTC));

        later.put("original/ab/abcd", file("other"));

        assertThat(store.find("original/ab/abcd")).contains(
                new StoredBlob("original/ab/abcd", 5, NOW.plus(Duration.ofDays(2))));
        try (var content = store.open("original/ab/abcd", 0, 5)) {
            assertThat(content.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("first");
        }
    }

    @Test
    void partsOfFilesAreNeverVisible() throws IOException {
        Files.createDirectories(folder.resolve("media/.parts"));
        Files.writeString(folder.resolve("media/.parts/rest"), "cut");
        store.put("rendition/one/a.jpg", file("a"));
        store.put("rendition/two/b.jpg", file("b"));
        var keys = new ArrayList<String>();

        store.forEach("rendition/", blob -> keys.add(blob.key()));
        store.forEach("nothing/", blob -> keys.add(blob.key()));

        assertThat(keys).containsExactlyInAnyOrder("rendition/one/a.jpg", "rendition/two/b.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a", "../a/b", "a/../b", "/a/b", "a//b", "a/.b", "A/b", "a/b\0", "a/b/", "a/b\\c",
            "a/..b/c/..",
            "original/ä" })
    void noKeyLeavesTheFolder(String key) {
        assertThatThrownBy(() -> store.find(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIncomingFileIsHashedAndLimitedAndDeleted() throws IOException {
        Path path;
        try (var incoming = IncomingFile.create(folder.resolve("in"), 5)) {
            path = incoming.path();
            incoming.write("abc".getBytes(StandardCharsets.US_ASCII));
            assertThat(incoming.finish()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            assertThat(path).hasContent("abc");
        }
        assertThat(path).doesNotExist();
        try (var large = IncomingFile.create(folder.resolve("in"), 5)) {
            assertThatThrownBy(() -> large.write(new byte[6])).isInstanceOf(IncomingFile.FileTooLarge.class);
        }
        assertThat(folder.resolve("in")).isEmptyDirectory();
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("source"), content);
    }
}
