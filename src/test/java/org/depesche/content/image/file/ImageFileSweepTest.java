package org.depesche.content.image.file;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.depesche.content.image.ImageFile;
import org.depesche.content.image.Images;
import org.depesche.kernel.Uuid7;
import org.depesche.media.rendition.TestPictures;
import org.depesche.platform.database.Transactions;
import org.depesche.testkit.Callers;
import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** What a node leaves behind that dies between any two steps of an upload, and what the sweep makes of it a day later. */
@QuarkusTest
class ImageFileSweepTest {

    private static final Path MEDIA = TestFolders.own().resolve("test-media");
    private static final String IMAGES = "/v1/editorial/images";

    @Inject
    ImageFileSweep sweep;
    @Inject
    ImageFileRepository rows;
    @Inject
    Images images;
    @Inject
    Transactions transactions;

    @Test
    void whatACrashLeftIsDeletedAndWhatARowNamesStays() throws IOException {
        var id = ready();
        var shown = Callers.as("admin").get(IMAGES + "/" + id).jsonPath();
        var original = MEDIA.resolve(BlobKeys.original(shown.getString("sha256")));
        var rendition = MEDIA.resolve("rendition" + URI.create(shown.getString("src")).getPath().substring("/media".length()));
        Stream.of(original, rendition).forEach(ImageFileSweepTest::makeOld);
        var sha256 = UUID.randomUUID().toString().replace("-", "").repeat(2);
        // while it was received; after the file and before the row; after the row of another key; while renditions were made
        var garbage = Stream.of(".incoming/incoming-1.part", ".incoming/original-1.part", ".incoming/vips-1/out.png",
                ".parts/" + UUID.randomUUID(), BlobKeys.original(sha256),
                "rendition/" + id + "/" + "0".repeat(32) + "/original-320.jpg",
                "rendition/" + Uuid7.next() + "/" + "0".repeat(32) + "/1x1-320.webp").map(MEDIA::resolve).toList();
        garbage.forEach(ImageFileSweepTest::leave);
        makeOld(MEDIA.resolve(".incoming/vips-1"));
        var young = MEDIA.resolve(BlobKeys.original("ab" + sha256.substring(2)));
        leave(young);
        Files.setLastModifiedTime(young, FileTime.from(Instant.now()));

        assertThat(sweep.sweep()).isGreaterThanOrEqualTo(3);

        assertThat(garbage).noneMatch(Files::exists);
        assertThat(Stream.of(original, rendition, young)).allMatch(Files::exists);
        get(URI.create(shown.getString("src")).getPath()).then().statusCode(200);
        Files.delete(young);
    }

    @Test
    void filesOfADeletedImageAreDeletedADayLater() throws IOException {
        var id = ready();
        var shown = Callers.as("admin").get(IMAGES + "/" + id);
        var rendition = MEDIA.resolve(
                "rendition" + URI.create(shown.path("src")).getPath().substring("/media".length()));
        Callers.as("admin").header("If-Match", shown.header("ETag")).delete(IMAGES + "/" + id).then().statusCode(204);

        sweep.sweep();
        assertThat(rendition).exists();
        makeOld(rendition);
        sweep.sweep();
        assertThat(rendition).doesNotExist();
    }

    /** As after the restore of a backup that has only the database and the originals. */
    @Test
    void renditionsThatAreMissingAreMadeAgainWhenTheyAreAskedFor() throws IOException {
        var id = ready();
        var path = URI.create(Callers.as("admin").get(IMAGES + "/" + id).path("src")).getPath();
        var folder = MEDIA.resolve("rendition" + path.substring("/media".length())).getParent();
        var before = get(path).then().statusCode(200).extract();
        try (var files = Files.list(folder)) {
            files.forEach(ImageFileSweepTest::delete);
        }

        get(path.replaceFirst("-\\d+\\.jpg", "-7.jpg")).then().statusCode(404);
        get(path).then().statusCode(503).header("Retry-After", "60").header("Cache-Control", containsString("no-store"));

        await().until(() -> get(path).statusCode() == 200);
        var after = get(path).then().header("ETag", before.header("ETag")).extract();
        assertThat(after.asByteArray()).isEqualTo(before.asByteArray());

        var image = Uuid7.parse(id).orElseThrow();
        await().until(() -> !transactions.call(() -> rows.isPending(image)));
        transactions.run(() -> rows.finish(image, images.byId(image).orElseThrow().file().withState(ImageFile.State.FAILED),
                Instant.now()));
        try (var files = Files.list(folder)) {
            files.forEach(ImageFileSweepTest::delete);
        }
        get(path).then().statusCode(404);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String ready() {
        var id = Callers.as("admin").contentType("multipart/form-data").multiPart("file", "a.jpg", TestPictures.jpeg(330, 200))
                .post(IMAGES).then().statusCode(201).extract().<String> path("id");
        await()
                .until(() -> "ready".equals(Callers.as("admin").get(IMAGES + "/" + id).path("file.renditions")));
        return id;
    }

    private static void leave(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "left behind");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        makeOld(file);
    }

    private static void makeOld(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
