package org.depesche.content.image.file;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;

import org.depesche.media.rendition.TestPictures;
import org.depesche.media.storage.BlobStore;
import org.depesche.testkit.Callers;
import org.depesche.testkit.S3Server;
import org.depesche.testkit.TestFolders;
import org.depesche.testkit.ThirdProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The whole way of an image through a bucket: upload, renditions, delivery, sweep, and a bucket that is away. */
@QuarkusTest
@TestProfile(ThirdProfile.class)
@EnabledIf("org.depesche.testkit.S3Server#isPossible")
class BucketImagesLongTest {

    private static final String IMAGES = "/v1/editorial/images";

    @Inject
    BlobStore blobs;

    @Inject
    ImageFileSweep sweep;

    @Test
    void anImageLivesInTheBucket() throws Exception {
        var bytes = TestPictures.jpeg(700, 500);
        var id = upload(bytes);
        var shown = Callers.as("admin").get(IMAGES + "/" + id).jsonPath();
        var path = URI.create(shown.getString("src")).getPath();
        assertThat(shown.getString("src")).startsWith("https://cdn.example.org/media/");
        assertThat(shown.getString("srcset").split(", ")).allMatch(one -> one.startsWith("https://cdn.example.org/media/"));

        var whole = get(path).then().statusCode(200).header("Content-Type", "image/jpeg")
                .header("Cache-Control", containsString("immutable")).extract();
        assertThat(given().header("Range", "bytes=10-19").get(path).then().statusCode(206).extract().asByteArray())
                .isEqualTo(Arrays.copyOfRange(whole.asByteArray(), 10, 20));
        given().header("If-None-Match", whole.header("ETag")).get(path).then().statusCode(304);
        assertThat(Callers.as("editor").get(IMAGES + "/" + id + "/file").asByteArray()).isEqualTo(bytes);
        assertThat(keys()).hasSize(1 + 2 * (4 + 4 + 4 + 3));
        assertThat(
                Files.exists(TestFolders.own().resolve("test-media/original").resolve(shown.getString("sha256").substring(0, 2))
                        .resolve(shown.getString("sha256"))))
                .isFalse();

        S3Server.pause();
        try {
            get(path).then().statusCode(503).header("Retry-After", containsString(""));
            given().spec(Callers.as("admin").contentType("multipart/form-data").multiPart("file", "b.jpg",
                    TestPictures.jpeg(90, 60))).post(IMAGES).then().statusCode(503);
            get("/v1/articles").then().statusCode(200);
        } finally {
            S3Server.resume();
        }

        get(path.replaceAll("/[0-9a-f]{32}/", "/" + "0".repeat(32) + "/")).then().statusCode(410)
                .body("type", containsString("image-replaced")).header("Surrogate-Key", containsString("image:"));

        Callers.as("admin").header("If-Match", Callers.as("admin").get(IMAGES + "/" + id).header("ETag"))
                .delete(IMAGES + "/" + id).then().statusCode(204);
        await().until(() -> {
            sweep.sweep();
            return keys().isEmpty();
        });
    }

    private static String upload(byte[] content) {
        var id = Callers.as("admin").contentType("multipart/form-data").multiPart("file", "a.jpg", content).post(IMAGES).then()
                .statusCode(201).extract().<String> path("id");
        await()
                .until(() -> "ready".equals(Callers.as("admin").get(IMAGES + "/" + id).path("file.renditions")));
        return id;
    }

    private List<String> keys() throws IOException {
        var keys = new ArrayList<String>();
        blobs.forEach(BlobKeys.ORIGINALS, blob -> keys.add(blob.key()));
        blobs.forEach(BlobKeys.RENDITIONS, blob -> keys.add(blob.key()));
        return keys;
    }
}
