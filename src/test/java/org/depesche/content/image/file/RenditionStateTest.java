package org.depesche.content.image.file;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Inject;

import org.depesche.content.image.Images;
import org.depesche.kernel.Uuid7;
import org.depesche.media.rendition.TestPictures;
import org.depesche.platform.database.Transactions;
import org.depesche.testkit.Callers;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** When renditions are made again, and what editors learn of it. */
@QuarkusTest
class RenditionStateTest {

    private static final String IMAGES = "/v1/editorial/images";

    @Inject
    ImageFileRepository rows;
    @Inject
    RenditionWorker worker;
    @Inject
    Images images;
    @Inject
    Transactions transactions;
    @Inject
    Jdbi jdbi;

    @Test
    void anImageWhoseCropsAreMadeAgainIsPending() {
        var id = ready(TestPictures.jpeg(330, 200));
        var image = Uuid7.parse(id).orElseThrow();

        // as after a change of the focal point, when no node has begun
        transactions.run(() -> rows.setPending(image, Instant.now().plus(Duration.ofHours(1))));

        assertThat(state(id)).isEqualTo("pending");
        assertThat(Callers.as("admin").get(IMAGES + "?limit=100").<String> path(
                "items.find { it.id == '" + id + "' }.file.renditions")).isEqualTo("pending");
        transactions.run(() -> rows.setPending(image, Instant.now()));
        worker.wake();
        await().atMost(Duration.ofSeconds(30)).until(() -> state(id).equals("ready"));
    }

    @Test
    void renditionsOfAnOlderDecoderAreMadeAgain() {
        var jpeg = ready(TestPictures.jpeg(330, 200));
        var srcset = Callers.as("admin").get(IMAGES + "/" + jpeg).<String> path("srcset");
        var webp = ready(get(URI.create(srcset.split(" ")[0]).getPath()).asByteArray());
        transactions.run(() -> {
            for (var id : new String[] { jpeg, webp }) {
                var image = images.byId(Uuid7.parse(id).orElseThrow()).orElseThrow();
                rows.finish(image.id(), image.file(), 1, Instant.now());
            }
        });

        worker.checkDecoders();

        await().atMost(Duration.ofSeconds(30)).until(() -> decoder(webp) == 2 && state(webp).equals("ready"));
        assertThat(decoder(jpeg)).isEqualTo(1);
    }

    @Test
    void theAddressesOfAnotherDecoderAreOthers() {
        var id = ready(TestPictures.jpeg(330, 200));
        var image = images.byId(Uuid7.parse(id).orElseThrow()).orElseThrow();

        assertThat(RenditionKey.of(image, new byte[0], "s", 2)).isNotEqualTo(RenditionKey.of(image, new byte[0], "s", 1))
                .isNotEqualTo(RenditionKey.of(image, new byte[0], "s", 3));
    }

    private int decoder(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select decoder from image_file where image_id = ?")
                .bind(0, Uuid7.bytes(Uuid7.parse(id).orElseThrow())).mapTo(Integer.class).one());
    }

    private static String state(String id) {
        return Callers.as("admin").get(IMAGES + "/" + id).path("file.renditions");
    }

    private static String ready(byte[] content) {
        var id = Callers.as("admin").contentType("multipart/form-data").multiPart("file", "a.jpg", content).post(IMAGES).then()
                .statusCode(201).extract().<String> path("id");
        await().atMost(Duration.ofSeconds(30)).until(() -> state(id).equals("ready"));
        return id;
    }
}
