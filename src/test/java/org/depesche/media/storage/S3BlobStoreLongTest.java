package org.depesche.media.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;

import org.depesche.testkit.S3Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Against a server with the API of S3, in a process of its own. */
@EnabledIf("org.depesche.testkit.S3Server#isPossible")
class S3BlobStoreLongTest {

    @TempDir
    Path folder;

    private BlobStore store;

    @BeforeEach
    void open() {
        store = store("test/", S3Server.ensureRunning(), Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        for (var key : keys("rendition/")) {
            store.delete(key);
        }
        ((AutoCloseable) store).close();
    }

    @Test
    void aFileIsFoundReadInPartsAndDeleted() throws IOException {
        store.put("original/ab/abcd", file("0123456789"));

        var found = store.find("original/ab/abcd").orElseThrow();
        assertThat(found.byteSize()).isEqualTo(10);
        assertThat(Duration.between(found.storedAt(), Instant.now())).isLessThan(Duration.ofMinutes(1));
        assertThat(content("original/ab/abcd", 3, 4)).isEqualTo("3456");
        assertThat(content("original/ab/abcd", 0, Long.MAX_VALUE)).isEqualTo("0123456789");
        assertThat(content("original/ab/abcd", 0, 0)).isEmpty();
        store.delete("original/ab/abcd");
        store.delete("original/ab/abcd");
        assertThat(store.find("original/ab/abcd")).isEmpty();
        assertThatThrownBy(() -> store.open("original/ab/abcd", 0, 1)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void anOldFileBecomesYoung() throws Exception {
        store.put("rendition/one/a.jpg", file("a"));
        var first = store.find("rendition/one/a.jpg").orElseThrow().storedAt();
        Thread.sleep(1_100);

        store.put("rendition/one/a.jpg", file("a"));
        assertThat(store.find("rendition/one/a.jpg").orElseThrow().storedAt()).isEqualTo(first);

        store("test/", S3Server.ensureRunning(), Clock.offset(Clock.systemUTC(), Duration.ofDays(2)))
                .put("rendition/one/a.jpg", file("a"));
        assertThat(store.find("rendition/one/a.jpg").orElseThrow().storedAt()).isAfter(first);
    }

    @Test
    void allFilesBelowAPrefixAreVisitedPageByPage() throws Exception {
        var file = file("a");
        for (var number = 0; number < 1_005; number++) {
            store.put("rendition/many/" + number + ".jpg", file);
        }
        store("other/", S3Server.ensureRunning(), Clock.systemUTC()).put("rendition/foreign/a.jpg", file);

        assertThat(keys("rendition/")).hasSize(1_005).contains("rendition/many/7.jpg").allMatch(key -> key.contains("/many/"));
        assertThat(keys("nothing/")).isEmpty();
    }

    @Test
    void aLargeFileIsStreamedAndMayBeLeftEarly() throws IOException {
        var bytes = new byte[8 << 20];
        new Random(1).nextBytes(bytes);
        store.put("original/cd/large", Files.write(folder.resolve("large"), bytes));

        for (var round = 0; round < 40; round++) {
            try (var content = store.open("original/cd/large", 0, bytes.length)) {
                assertThat(content.readNBytes(10)).startsWith(bytes[0], bytes[1]);
            }
        }
        try (var content = store.open("original/cd/large", 1, Long.MAX_VALUE)) {
            assertThat(content.readAllBytes()).hasSize(bytes.length - 1).endsWith(bytes[bytes.length - 1]);
        }
    }

    @Test
    void aBucketThatIsAwayIsAnErrorInTime() throws Exception {
        var nowhere = store("", URI.create("http://127.0.0.1:9"), Clock.systemUTC());
        assertThatThrownBy(() -> nowhere.find("original/ab/abcd")).isInstanceOf(IOException.class)
                .isNotInstanceOf(NoSuchFileException.class);
        S3Server.pause();
        try {
            var start = System.nanoTime();
            assertThatThrownBy(() -> store.find("original/ab/abcd")).isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        } finally {
            S3Server.resume();
        }
    }

    @Test
    void noKeyLeavesThePrefix() {
        for (var key : new String[] { "", "a", "../a/b", "a/../b", "/a/b", "A/b", "a/b\0", "original/ä" }) {
            assertThatThrownBy(() -> store.find(key)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private ArrayList<String> keys(String prefix) throws IOException {
        var keys = new ArrayList<String>();
        store.forEach(prefix, blob -> keys.add(blob.key()));
        return keys;
    }

    private String content(String key, long offset, long length) throws IOException {
        try (var in = store.open(key, offset, length)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("source"), content);
    }

    private static BlobStore store(String prefix, URI endpoint, Clock clock) {
        return S3Clients.open(new S3Config() {

            @Override
            public Optional<String> bucket() {
                return Optional.of(S3Server.BUCKET);
            }

            @Override
            public Optional<String> prefix() {
                return Optional.of(prefix);
            }

            @Override
            public Optional<String> region() {
                return Optional.empty();
            }

            @Override
            public Optional<URI> endpoint() {
                return Optional.of(endpoint);
            }

            @Override
            public boolean pathStyle() {
                return true;
            }

            @Override
            public Optional<String> accessKeyId() {
                return Optional.of("test");
            }

            @Override
            public Optional<String> secretAccessKey() {
                return Optional.of("test");
            }

            @Override
            public Duration connectTimeout() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration readTimeout() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration callTimeout() {
                return Duration.ofSeconds(5);
            }

            @Override
            public int maxAttempts() {
                return 2;
            }
        }, clock);
    }
}
