package org.depesche.content.image.file;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.depesche.testkit.Uploads.IMAGES;
import static org.depesche.testkit.Uploads.ready;
import static org.depesche.testkit.Uploads.unique;
import static org.depesche.testkit.Uploads.upload;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import org.depesche.kernel.Uuid7;
import org.depesche.media.rendition.TestPictures;
import org.depesche.media.storage.BlobStore;
import org.depesche.media.storage.StoredBlob;
import org.depesche.platform.database.Transactions;
import org.depesche.testkit.Callers;
import org.depesche.testkit.TestFolders;
import org.depesche.testkit.UniqueNames;
import org.depesche.testkit.Uploads;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** A disk without space: what is there is served, what is new is refused as a whole, and nothing is lost. */
@QuarkusTest
class FullStorageTest {

    @Inject
    BlobStore blobs;
    @Inject
    ImageFileRepository rows;
    @Inject
    Transactions transactions;
    @Inject
    Jdbi jdbi;

    /** Takes no file as long as it is full. */
    private static final class SmallStore implements BlobStore {

        private final BlobStore store;
        private volatile boolean isFull = true;

        SmallStore(BlobStore store) {
            this.store = store;
        }

        @Override
        public void put(String key, Path file) throws IOException {
            if (isFull) {
                throw new IOException("No space left on device");
            }
            store.put(key, file);
        }

        @Override
        public Optional<StoredBlob> find(String key) throws IOException {
            return store.find(key);
        }

        @Override
        public InputStream open(String key, long offset, long length) throws IOException {
            return store.open(key, offset, length);
        }

        @Override
        public void delete(String key) throws IOException {
            store.delete(key);
        }

        @Override
        public void forEach(String prefix, Consumer<StoredBlob> visitor) throws IOException {
            store.forEach(prefix, visitor);
        }
    }

    @Test
    void uploadsAreRefusedAndWhatIsThereStays() {
        var id = ready(upload("a.jpg", unique(TestPictures.jpeg(400, 200)), null).statusCode(201).extract().path("id"));
        var before = Uploads.read(id).extract();
        var store = new SmallStore(ClientProxy.unwrap(blobs));
        QuarkusMock.installMockForType(store, BlobStore.class);
        var total = total();
        var file = unique(TestPictures.jpeg(90, 60));
        var key = UniqueNames.of("full");

        assertUnavailable(once(key, file));
        assertUnavailable(Callers.as("admin").header("If-Match", before.header("ETag")).contentType("multipart/form-data")
                .multiPart("file", "b.jpg", file).put(IMAGES + "/" + id + "/file").then());
        var lines = Callers.as("admin").contentType("multipart/form-data").multiPart("file", "c.jpg", file)
                .multiPart("file", "d.jpg", "no picture".getBytes()).post(IMAGES + "/batch").then().statusCode(200).extract()
                .asString().lines().map(JsonPath::from).toList();

        assertThat(lines.get(0).getInt("problem.status")).isEqualTo(503);
        assertThat(lines.get(1).getInt("problem.status")).isEqualTo(415);
        assertThat(lines.get(2).getBoolean("complete")).isTrue();
        assertThat(total()).isEqualTo(total);
        assertThat(Uploads.read(id).extract().asString()).isEqualTo(before.asString());
        get(URI.create(before.path("src")).getPath()).then().statusCode(200);
        store.isFull = false;
        once(key, file).statusCode(201).body("duplicateOf", nullValue());
    }

    private static ValidatableResponse once(String key, byte[] file) {
        return Callers.as("admin").header("Idempotency-Key", key).contentType("multipart/form-data")
                .multiPart("file", "a.jpg", file).post(IMAGES).then();
    }

    private static void assertUnavailable(ValidatableResponse response) {
        response.statusCode(503).header("Retry-After", "60").contentType("application/problem+json")
                .body("type", containsString("unavailable"));
    }

    private static int total() {
        return Callers.as("admin").get(IMAGES + "?total=true&limit=1").path("page.total");
    }

    /** However often it was tried: a picture is not to blame for the disk. */
    @Test
    void renditionsAreMadeWhenThereIsSpaceAgain() {
        var id = ready(upload("a.jpg", unique(TestPictures.jpeg(400, 200)), null).statusCode(201).extract().path("id"));
        var former = Uploads.read(id).extract().<String> path("src");
        var image = Uuid7.parse(id).orElseThrow();
        var store = new SmallStore(ClientProxy.unwrap(blobs));
        QuarkusMock.installMockForType(store, BlobStore.class);

        Callers.as("admin").header("If-Match", "*").contentType(ContentType.JSON)
                .body(Map.of("focalPoint", Map.of("x", 0.1, "y", 0.5))).patch(IMAGES + "/" + id).then().statusCode(200);
        awaitAttempt(id, 1);
        jdbi.useHandle(handle -> handle.createUpdate("update image_file set attempts = 50, due_at = ? where image_id = ?")
                .bind(0, Instant.now()).bind(1, image).execute());
        awaitAttempt(id, 51);

        assertThat(transactions.call(() -> rows.isPending(image))).isTrue();
        get(URI.create(former).getPath()).then().statusCode(200);
        store.isFull = false;
        await().until(() -> {
            transactions.run(() -> rows.setPending(image, Instant.now()));
            return !former.equals(Uploads.read(id).extract().path("src"));
        });
    }

    /** Until the attempt has failed: the next one is due earlier or later than the lease of a running one ends. */
    private void awaitAttempt(String id, int attempt) {
        await().until(() -> jdbi.withHandle(handle -> handle
                .createQuery("select count(*) from image_file where image_id = ? and attempts = ? and state = 'PENDING'"
                        + " and (due_at < ? or due_at > ?)")
                .bind(0, Uuid7.parse(id).orElseThrow()).bind(1, attempt).bind(2, Instant.now().plus(Duration.ofMinutes(4)))
                .bind(3, Instant.now().plus(Duration.ofMinutes(6))).mapTo(Integer.class).one()) == 1);
    }

    @Test
    void aFolderThatTakesNoFileIsNoFaultOfTheClient() throws IOException {
        var incoming = TestFolders.own().resolve("test-media/.incoming");
        Files.createDirectories(incoming);
        var aside = incoming.resolveSibling(".aside");
        Files.move(incoming, aside);
        Files.createFile(incoming);
        try {
            var file = unique(TestPictures.jpeg(90, 60));
            assertUnavailable(upload("a.jpg", file, null));
            var lines = Callers.as("admin").contentType("multipart/form-data").multiPart("file", "c.jpg", file)
                    .post(IMAGES + "/batch").then().statusCode(200).extract().asString().lines().map(JsonPath::from).toList();
            assertThat(lines.get(0).getInt("problem.status")).isEqualTo(503);
        } finally {
            Files.delete(incoming);
            Files.move(aside, incoming);
        }
    }
}
