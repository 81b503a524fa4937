package org.depesche.content.image.file.rendition;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.depesche.content.image.ImageEvent;
import org.depesche.content.image.ImageFile;
import org.depesche.content.image.Images;
import org.depesche.content.image.file.ImageFileRepository;
import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.kernel.Uuid7;
import org.depesche.media.rendition.TestPictures;
import org.depesche.platform.database.Transactions;
import org.depesche.testkit.Callers;
import org.depesche.testkit.SettableClock;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** When renditions are made again, and what editors learn of it. */
@QuarkusTest
class RenditionStateTest {

    private static final String IMAGES = "/v1/editorial/images";
    private static final String FORMER_KEY = "0".repeat(32);

    @Inject
    ImageFileRepository rows;
    @Inject
    RenditionWorker worker;
    @Inject
    RenditionQueue queue;
    @Inject
    Images images;
    @Inject
    TaxonomyVersion taxonomyVersion;
    @Inject
    Event<ImageEvent> events;
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
        await().until(() -> state(id).equals("ready"));
    }

    @Test
    void aFailureOfAFormerFileDoesNotChangeItsReplacement() {
        var id = ready(TestPictures.jpeg(330, 200));
        var former = images.byId(Uuid7.parse(id).orElseThrow()).orElseThrow();
        var eTag = Callers.as("admin").get(IMAGES + "/" + id).header("ETag");
        Callers.as("admin").contentType("multipart/form-data").header("If-Match", eTag)
                .multiPart("file", "b.jpg", TestPictures.jpeg(340, 200)).put(IMAGES + "/" + id + "/file").then()
                .statusCode(200);

        queue.fail(former);

        await().until(() -> state(id).equals("ready"));
        assertThat(Callers.as("admin").get(IMAGES + "/" + id).<String> path("file.name")).isEqualTo("b.jpg");
    }

    @Test
    void aFailureReachesCachedImages() {
        var id = Uuid7.parse(ready(TestPictures.jpeg(330, 200))).orElseThrow();

        queue.fail(images.byId(id).orElseThrow());

        assertThat(images.byId(id).orElseThrow().file().state()).isEqualTo(ImageFile.State.FAILED);
    }

    @Test
    void renditionsOfAnOlderDecoderAreMadeAgain() {
        var jpeg = ready(TestPictures.jpeg(330, 200));
        var webp = ready(webp(jpeg));
        var key = stored(webp, "key");
        finishByOlderRelease(jpeg);
        finishByOlderRelease(webp);
        var due = dueAt(jpeg);

        worker.checkDecoders();

        await().until(() -> stored(webp, "decoder").equals("2") && state(webp).equals("ready"));
        assertThat(stored(webp, "key")).isEqualTo(key);
        assertThat(stored(jpeg, "key")).isEqualTo(FORMER_KEY);
        assertThat(dueAt(jpeg)).isEqualTo(due);
    }

    @Test
    void whatAnOlderReleaseMakesAfterTheSearchIsFoundByTheNext() {
        var webp = ready(webp(ready(TestPictures.jpeg(330, 200))));
        var clock = SettableClock.ofItsOwn(Instant.now().minus(Duration.ofMinutes(10)));
        var outdated = new OutdatedRenditions(rows, transactions, clock);
        await().until(() -> outdated.setPending() == 0);

        finishByOlderRelease(webp);
        assertThat(outdated.setPending()).isZero();
        assertThat(state(webp)).isEqualTo("ready");
        clock.advance(Duration.ofMinutes(10));
        assertThat(outdated.setPending()).isPositive();

        worker.wake();
        await().until(() -> stored(webp, "decoder").equals("2") && state(webp).equals("ready"));
    }

    @Test
    void onlyPicturesThatTheNewerDecoderDecodesOtherwiseAreOutdated() {
        var id = Uuid7.parse(ready(TestPictures.jpeg(330, 200))).orElseThrow();

        assertThat(outdated(id, 330 * 200 - 1)).isTrue();
        assertThat(outdated(id, 330 * 200)).isFalse();
    }

    private boolean outdated(UUID id, long minPixels) {
        var before = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
        var change = new ImageFileRepository.DecoderChange("image/jpeg", minPixels, 2);
        return transactions.call(() -> rows.outdated(change, before, 1)).contains(id);
    }

    /** It drops the version, and has another key. */
    private void finishByOlderRelease(String id) {
        transactions.run(() -> {
            taxonomyVersion.markChanged();
            var image = images.byId(Uuid7.parse(id).orElseThrow()).orElseThrow();
            var made = image.file().currentRenditions().orElseThrow();
            rows.finish(image.id(), image.file().withRenditions(new ImageFile.Renditions(FORMER_KEY, made.widths(),
                    made.formats(), made.jpegs(), null, null)), Instant.now());
            events.fire(new ImageEvent(ChangeKind.UPDATED, image.id(), List.of("src", "srcset", "renditions")));
        });
    }

    /** A fact of the renditions, not from a cache. */
    private String stored(String id, String member) {
        return transactions.call(() -> jdbi.withHandle(handle -> handle
                .createQuery("select coalesce(json_value(file, '$.renditions." + member + "'), '') from image where id = ?")
                .bind(0, Uuid7.parse(id).orElseThrow()).mapTo(String.class).one()));
    }

    private static byte[] webp(String jpeg) {
        var srcset = Callers.as("admin").get(IMAGES + "/" + jpeg).<String> path("srcset");
        return get(URI.create(srcset.split(" ")[0]).getPath()).asByteArray();
    }

    @Test
    void theAddressesOfAnotherDecoderAreOthers() {
        var id = ready(TestPictures.jpeg(330, 200));
        var image = images.byId(Uuid7.parse(id).orElseThrow()).orElseThrow();

        assertThat(RenditionKey.of(image, new byte[0], "s", 2)).isNotEqualTo(RenditionKey.of(image, new byte[0], "s", 1))
                .isNotEqualTo(RenditionKey.of(image, new byte[0], "s", 3));
    }

    private Instant dueAt(String id) {
        return transactions.call(() -> jdbi.withHandle(handle -> handle
                .createQuery("select due_at from image_file where image_id = ?")
                .bind(0, Uuid7.parse(id).orElseThrow()).mapTo(Instant.class).one()));
    }

    private static String state(String id) {
        return Callers.as("admin").get(IMAGES + "/" + id).path("file.renditions");
    }

    private static String ready(byte[] content) {
        var id = Callers.as("admin").contentType("multipart/form-data").multiPart("file", "a.jpg", content).post(IMAGES).then()
                .statusCode(201).extract().<String> path("id");
        await().until(() -> state(id).equals("ready"));
        return id;
    }
}
