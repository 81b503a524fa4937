package org.depesche.content.image.desk;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.depesche.testkit.Uploads.ready;
import static org.depesche.testkit.Uploads.unique;
import static org.depesche.testkit.Uploads.upload;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.depesche.media.rendition.TestPictures;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SettableClock;
import org.depesche.testkit.SharedMaterial;
import org.depesche.testkit.UniqueNames;
import org.depesche.testkit.Uploads;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What readers, partners and CDNs see of an image that changes or ends. */
@QuarkusTest
class ImageChangeResourceTest {

    /** At least as long as a node gives out a feed that it has made. */
    private static final Duration KEPT_FEED = Duration.ofSeconds(5);

    private final String category = UniqueNames.of("bildwechsel");

    /** Wherever readers and partners see the image of the only article of a category. */
    private List<String> places(String slug) {
        return List.of("/v1/articles/" + slug, "/v1/articles?category=" + category,
                "/v1/articles?usage=syndication&category=" + category, "/feeds/categories/" + category + ".rss",
                "/feeds/categories/" + category + ".atom", "/feeds/categories/" + category + ".json",
                "/feeds/articles/" + slug + ".ninjs.json", "/feeds/articles/" + slug + ".jsonld");
    }

    private String publishArticleWith(String image) {
        Newsroom.ensureCategory(category, "Bildwechsel");
        var slug = "bild-" + image;
        Newsroom.importArticles("{\"slug\": \"" + slug + "\", \"headline\": \"Bild\", \"category\": \"" + category + "\","
                + " \"publishedAt\": \"2020-02-02\", \"rights\": {\"syndication\": \"full\"}, \"image\": {\"id\": \"" + image
                + "\"}, \"body\": [{\"type\": \"image\", \"image\": {\"id\": \"" + image + "\"}}]}");
        return slug;
    }

    /** A CDN keeps what it has until it is told one of its tags. */
    private static final class Cdn {

        private final Map<String, Response> kept = new HashMap<>();

        Response get(String path) {
            return kept.computeIfAbsent(path, missing -> given().get(path));
        }

        void purge(Set<String> tags) {
            kept.values().removeIf(response -> List.of(response.header("Surrogate-Key").split(" ")).stream()
                    .anyMatch(tags::contains));
        }
    }

    @Test
    void aNewFileAndANewCropReachEveryPlaceOnceTheirTagsArePurged() {
        var id = ready(upload("a.jpg", unique(TestPictures.jpeg(400, 200)), "{\"alt\": \"Farben\", \"rights\": "
                + "{\"syndication\": \"allowed\"}}").statusCode(201).extract().path("id"));
        var slug = publishArticleWith(id);
        var cdn = new Cdn();
        var former = key(id);
        places(slug).forEach(place -> assertThat(cdn.get(place).asString()).describedAs(place).contains(former));

        var since = end();
        Callers.as("admin").header("If-Match", "*").contentType(ContentType.JSON)
                .body(Map.of("focalPoint", Map.of("x", 0.1, "y", 0.5))).patch(Uploads.IMAGES + "/" + id).then().statusCode(200);
        var cropped = awaitOther(id, former);
        assertReachesAll(slug, cdn, since, former, cropped);

        since = end();
        Callers.as("admin").header("If-Match", "*").contentType("multipart/form-data")
                .multiPart("file", "b.png", TestPictures.png(TestPictures.draw(500, 300)))
                .put(Uploads.IMAGES + "/" + id + "/file").then().statusCode(200);
        assertReachesAll(slug, cdn, since, cropped, awaitOther(id, cropped));
    }

    private void assertReachesAll(String slug, Cdn cdn, long since, String former, String present) {
        var validators = places(slug).stream().map(place -> cdn.get(place).header("ETag")).toList();
        var entries = get("/v1/changes?limit=100&since=" + since).jsonPath();
        assertThat(entries.getList("items.type")).contains("image.updated");
        cdn.purge(Set.copyOf(entries.<String> getList("items.cacheTags.flatten()")));
        for (var place : places(slug)) {
            await().untilAsserted(
                    () -> assertThat(cdn.get(place).asString()).describedAs(place).contains(present).doesNotContain(former));
        }
        assertThat(places(slug).stream().map(place -> cdn.get(place).header("ETag"))).doesNotContainAnyElementsOf(validators);
    }

    private static long end() {
        return Long.parseLong(get("/v1/articles?limit=1").header("Depesche-Sequence"));
    }

    /** The hash in all addresses of the renditions. */
    private static String key(String id) {
        return Uploads.read(id).extract().<String> path("src").replaceAll(".*/([0-9a-f]{32})/.*", "$1");
    }

    private static String awaitOther(String id, String former) {
        await().until(() -> !former.equals(key(id)));
        return key(ready(id));
    }

    @Test
    void anImageWhoseRightsExpireDisappearsFromEveryPlaceAndNoCacheOutlivesIt() {
        var clock = SettableClock.install();
        var expiry = clock.instant().plusSeconds(2);
        var id = ready(upload("a.jpg", unique(TestPictures.jpeg(100, 80)), "{\"alt\": \"Farben\", \"rights\": "
                + "{\"syndication\": \"allowed\", \"expiresAt\": \"" + expiry + "\"}}").statusCode(201).extract().path("id"));
        var slug = publishArticleWith(id);
        var key = key(id);
        for (var place : places(slug)) {
            var left = Duration.between(clock.instant(), expiry).toSeconds();
            var shown = given().get(place);
            assertThat(shown.asString()).describedAs(place).contains(key);
            assertThat(seconds(shown, "max-age")).describedAs(place).isBetween(0L, left);
            assertThat(seconds(shown, "s-maxage")).describedAs(place).isBetween(-1L, left);
            assertThat(seconds(shown, "stale-while-revalidate")).describedAs(place).isBetween(-1L, left);
        }

        clock.setTo(expiry.plus(KEPT_FEED));
        get("/v1/images/" + id).then().statusCode(410);

        for (var place : places(slug)) {
            await().untilAsserted(
                    () -> assertThat(given().get(place).then().statusCode(200).extract().asString()).describedAs(place)
                            .doesNotContain(key).doesNotContain("Farben"));
        }
        var original = Uploads.read(id).body("src", nullValue()).body("srcset", nullValue()).extract()
                .<String> path("file.original");
        Callers.as("editor").get(URI.create(original).getPath()).then().statusCode(200).contentType("image/jpeg");
        await().until(() -> Instant.now().isAfter(expiry)); // the clock of the next test
    }

    /** -1: the answer does not have it. */
    private static long seconds(Response response, String directive) {
        var value = response.header("Cache-Control").replaceAll(".*\\b(?<![-\\w])" + directive + "=(\\d+).*", "$1");
        return value.matches("\\d+") ? Long.parseLong(value) : -1;
    }

    @Test
    void namesOfEitherFormAreOneNameAndTheSameBytesOneFile() {
        var bytes = unique(TestPictures.jpeg(80, 60));
        var ids = new HashMap<Normalizer.Form, String>();
        for (var form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
            ids.put(form, uploadRaw(Normalizer.normalize("Größe\u202FÜberblick.JPG", form), bytes).statusCode(201)
                    .body("file.name", equalTo("Größe Überblick.JPG"))
                    .body("duplicateOf", form == Normalizer.Form.NFC ? nullValue() : contains(ids.get(Normalizer.Form.NFC)))
                    .extract().path("id"));
        }
        Callers.as("editor").get(Uploads.IMAGES + "/" + ids.get(Normalizer.Form.NFD) + "/file").then().statusCode(200)
                .header("Content-Disposition", "attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%C3%9Cberblick.JPG");
    }

    /** As browsers write names; the test's own client writes question marks. */
    private static ValidatableResponse uploadRaw(String name, byte[] content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return Callers.as("admin").contentType("multipart/form-data; boundary=x").body(body.toByteArray())
                .post(Uploads.IMAGES).then();
    }

    @Test
    void theContentTellsTheTypeAndNotTheName() throws IOException {
        upload("bild.heic", unique(TestPictures.jpeg(80, 60)), null).statusCode(201)
                .body("mediaType", equalTo("image/jpeg")).body("file.renditions", equalTo("pending"));
        upload("bild.jpg", Files.readAllBytes(SharedMaterial.file("data/photos/heic/samplefilehub.heif")), null)
                .statusCode(201).body("mediaType", equalTo("image/heic")).body("srcset", nullValue());
    }

    /** The editors see where a photo was taken; nobody else does, in no form. */
    @Test
    void thePlaceOfAPhotoIsForEditorsOnly() throws IOException {
        var photo = Files.readAllBytes(SharedMaterial.file("data/photos/gps/DSCN0010.jpg"));
        var id = ready(upload("a.jpg", Uploads.unique(photo), "{\"alt\": \"Am Hafen\"}").statusCode(201).extract().path("id"));
        var slug = publishArticleWith(id);

        assertThat(Callers.as("editor").get(Uploads.IMAGES + "/" + id + "/metadata").asString()).contains("GPS Latitude");
        for (var place : places(slug)) {
            assertThat(get(place).asString()).describedAs(place).doesNotContainIgnoringCase("gps").doesNotContain("latitude",
                    "COOLPIX");
        }
        assertThat(get("/v1/images/" + id).asString()).doesNotContainIgnoringCase("gps").doesNotContain("latitude", "COOLPIX");
    }

    @Test
    void theHealthPageNamesTheEngineAndTheFormats() {
        get("/q/health").then().body("checks.find { it.name == 'images' }.data.engine", equalTo("java"))
                .body("checks.find { it.name == 'images' }.data.formats", containsString("jpg,webp"))
                .body("checks.find { it.name == 'images' }.data.storage", equalTo("folder"));
    }
}
