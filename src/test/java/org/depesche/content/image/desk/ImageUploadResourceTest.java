package org.depesche.content.image.desk;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import javax.imageio.ImageIO;

import org.depesche.media.metadata.PhotoFile;
import org.depesche.media.rendition.TestPictures;
import org.depesche.platform.http.CacheTag;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.ProcessorTime;
import org.depesche.testkit.SettableClock;
import org.depesche.testkit.SharedMaterial;
import org.depesche.testkit.TestFolders;
import org.depesche.testkit.UniqueNames;
import org.depesche.testkit.Uploads;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class ImageUploadResourceTest {

    private static final String IMAGES = "/v1/editorial/images";
    private static final String REFUSED = UniqueNames.of("abgelehnt") + ".jpg";

    @Test
    void anUploadedPictureAppearsInArticlesInAllSizes() throws IOException {
        var image = ready(upload(unique(TestPictures.jpeg(1000, 600)), "{\"alt\": \"Vier Farben\", \"credit\": \"Jo Baum\"}")
                .statusCode(201).body("width", equalTo(1000)).body("height", equalTo(600))
                .body("mediaType", equalTo("image/jpeg")).body("dominantColor", notNullValue())
                .body("file.name", equalTo("test.jpg")).body("src", nullValue()).extract().path("id"));
        var slug = publishArticleWith(image);

        var shown = get("/v1/articles/" + slug).then().statusCode(200).body("image.alt", equalTo("Vier Farben"))
                .body("image.srcset", containsString("/original-320.webp 320w, ")).extract();

        var src = shown.<String> path("image.src");
        var picture = ImageIO.read(new ByteArrayInputStream(get(URI.create(src).getPath()).then().statusCode(200)
                .header("Content-Type", "image/jpeg").header("Cache-Control", containsString("immutable"))
                .header("Surrogate-Key", containsString("image:")).header("Accept-Ranges", "bytes").extract().asByteArray()));
        assertThat(picture.getWidth()).isEqualTo(1000);
        get("/v1/images/" + image).then().statusCode(200).body("renditions.crop", hasItem("16:9"))
                .body("sha256", notNullValue()).body("blurHash", notNullValue()).body("byteSize", notNullValue());
        get("/v1/images/" + image + "?crop=1:1").then().body("srcset", containsString("/1x1-320.webp 320w"))
                .body("src", containsString("/1x1-600.jpg"));
        get("/v1/images/" + image + "?crop=2:1").then().statusCode(400);
        for (var address : get("/v1/images/" + image).jsonPath().getList("renditions.src", String.class)) {
            get(URI.create(address).getPath()).then().statusCode(200);
        }
    }

    @Test
    void articlesShowTheirImagesInTheCropThatIsAsked() {
        var image = ready(upload(unique(TestPictures.jpeg(900, 600)), "{\"alt\": \"Vier Farben\"}").extract().path("id"));
        var slug = publishArticleWith(image);
        var id = get("/v1/articles/" + slug).<String> path("id");

        get("/v1/articles/" + slug + "?crop=16:9&include=bodyHtml").then().statusCode(200)
                .body("image.srcset", containsString("/16x9-320.webp 320w"))
                .body("image.src", containsString("/16x9-900.jpg")).body("image.width", equalTo(900))
                .body("image.height", equalTo(506)).body("body[0].image.height", equalTo(506))
                .body("image.renditions", nullValue()).body("body[0].image.srcset", containsString("/16x9-320.webp 320w"))
                .body("bodyHtml", containsString("/16x9-900.jpg")).body("bodyHtml", containsString("height=\"506\""));
        for (var list : List.of("/v1/articles?ids=" + id, "/v1/categories/bilder/articles?ids=" + id, "/v1/images/" + image
                + "/articles?limit=1", "/v1/articles?view=card&ids=" + id)) {
            get(list + "&crop=1:1").then().statusCode(200).body("items[0].image.srcset", containsString("/1x1-320.webp 320w"));
            get(list + "&crop=1:1&include=renditions").then().statusCode(200)
                    .body("items[0].image.renditions.crop", hasItem("4:3"));
            get(list).then().statusCode(200).body("items[0].image.srcset", containsString("/original-320.webp 320w"))
                    .body("items[0].image.renditions", nullValue());
        }
        get("/v1/articles/" + slug + "?include=renditions&fields=image").then().statusCode(200)
                .body("image.renditions.crop.unique()", hasItem("16:9"))
                .body("image.renditions.src[0]", containsString("/media/"));
        for (var path : List.of("/v1/articles/" + slug + "?crop=2:1", "/v1/articles?crop=", "/v1/search?q=a&crop=x",
                "/v1/articles/" + slug + "/related?crop=5:4")) {
            get(path).then().statusCode(400).body("errors.parameter", contains("crop"));
        }
    }

    @Test
    void namesAndCollectionsShowTheirImagesInTheCropThatIsAsked() {
        var image = ready(upload(unique(TestPictures.jpeg(900, 600)), "{\"alt\": \"Vier Farben\"}").extract().path("id"));
        var name = UniqueNames.of("Bildname");
        var slug = name.toLowerCase(Locale.ROOT);
        var words = Map.of("name", name, "image", Map.of("id", image));
        for (var kind : List.of("tags", "authors", "categories")) {
            Callers.as("admin").contentType(ContentType.JSON).body(words).post("/v1/editorial/" + kind).then().statusCode(201);
        }
        Callers.as("admin").contentType(ContentType.JSON).header("If-None-Match", "*").body(words)
                .put("/v1/editorial/collections/" + slug).then().statusCode(201);
        Newsroom.importArticles("{\"slug\": \"%1$s\", \"headline\": \"Bild\", \"category\": \"%1$s\", \"tags\": [\"%2$s\"],"
                .formatted(slug, name) + " \"authors\": [\"" + name + "\"], \"publishedAt\": \"2020-02-02\","
                + " \"image\": {\"id\": \"" + image + "\"}}");

        for (var kind : List.of("tags", "authors", "categories", "collections")) {
            get("/v1/" + kind + "/" + slug + "?crop=1:1").then().statusCode(200)
                    .body("image.srcset", containsString("/1x1-320.webp 320w")).body("image.width", equalTo(600))
                    .body("image.height", equalTo(600));
            get("/v1/" + kind + "/" + slug).then().statusCode(200).body("image.width", equalTo(900))
                    .body("image.srcset", containsString("/original-320.webp 320w"));
            get("/v1/" + kind + "/" + slug + "?crop=2:1").then().statusCode(400).body("errors.parameter", contains("crop"));
            get("/v1/" + kind + "?crop=2:1").then().statusCode(400).body("errors.parameter", contains("crop"));
        }
        for (var list : List.of("tags?q=" + name + "&", "authors?q=" + name + "&", "categories?flat=true&",
                "collections?limit=100&")) {
            get("/v1/" + list + "crop=4:3").then().statusCode(200)
                    .body("items.find { it.slug == '" + slug + "' }.image.src", containsString("/4x3-"))
                    .body("items.find { it.slug == '" + slug + "' }.image.width", equalTo(800));
        }
        get("/v1/categories?include=latest&flat=true&crop=1:1").then().statusCode(200)
                .body("items.find { it.slug == '" + slug + "' }.latest[0].image.srcset", containsString("/1x1-320.webp 320w"));
    }

    @Test
    void manyFilesAreAnsweredOneByOne() {
        var good = unique(TestPictures.jpeg(90, 60));
        var body = new MultipartText("metadata", null, "{\"alt\": \"Zwei Schiffe\"}".getBytes(StandardCharsets.UTF_8))
                .part("file", "gut.jpg", good).part("file", "kaputt.jpg", Arrays.copyOf(TestPictures.jpeg(600, 400), 3_000))
                .part("metadata", null, "{\"alt\": 5}".getBytes(StandardCharsets.UTF_8))
                .part("file", "falsch.jpg", unique(TestPictures.jpeg(90, 60)))
                .part("file", "noch.jpg", unique(TestPictures.jpeg(80, 60))).end();
        var key = UniqueNames.of("batch");

        var lines = batch(key, body);

        assertThat(lines).hasSize(5);
        assertThat(lines.get(0).getString("id")).isNotNull();
        assertThat(lines.get(0).getString("name")).isEqualTo("gut.jpg");
        assertThat(lines.get(0).getString("renditions")).isEqualTo("pending");
        editorial(lines.get(0).getString("id")).body("alt", equalTo("Zwei Schiffe"));
        assertThat(lines.get(1).getInt("problem.status")).isEqualTo(422);
        assertThat(lines.get(2).getString("problem.errors[0].pointer")).isEqualTo("/alt");
        editorial(lines.get(3).getString("id")).body("alt", nullValue());
        assertThat(lines.get(4).getInt("created")).isEqualTo(2);
        assertThat(lines.get(4).getInt("refused")).isEqualTo(2);
        assertThat(lines.get(4).getBoolean("complete")).isTrue();
        assertThat(batch(key, body).get(0).getString("id")).isEqualTo(lines.get(0).getString("id"));
    }

    @Test
    void aBatchThatBreaksOffKeepsWhatWasWhole() {
        var whole = new MultipartText("file", "a.jpg", unique(TestPictures.jpeg(90, 60)))
                .part("file", "b.jpg", unique(TestPictures.jpeg(90, 60))).end();

        var lines = batch(UniqueNames.of("batch"), Arrays.copyOf(whole, whole.length - 100));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).getInt("status")).isEqualTo(201);
        assertThat(lines.get(1).getInt("created")).isEqualTo(1);
        assertThat(lines.get(1).getBoolean("complete")).isFalse();
        assertThat(lines.get(1).getString("problem.type")).endsWith("malformed-body");
    }

    /** They hold for the file behind them: a client that sends them behind their file has to know. */
    @Test
    void wordsOfABatchWithoutAFileAreAnError() {
        var words = "{\"alt\": \"Schiff\"}".getBytes(StandardCharsets.UTF_8);
        var last = new MultipartText("file", "a.jpg", unique(TestPictures.jpeg(90, 60))).part("metadata", null, words);
        var twice = new MultipartText("metadata", null, words).part("metadata", null, words).part("file", "a.jpg",
                unique(TestPictures.jpeg(90, 60)));

        for (var body : List.of(last, twice)) {
            var lines = batch(UniqueNames.of("batch"), body.end());
            var sum = lines.get(lines.size() - 1);

            assertThat(sum.getInt("created")).isEqualTo(body == last ? 1 : 0);
            assertThat(sum.getBoolean("complete")).isFalse();
            assertThat(sum.getString("problem.errors[0].pointer")).isEqualTo("/metadata");
        }
    }

    @Test
    void aBatchHasLimits() {
        var tiny = TestPictures.jpeg(9, 9);
        var many = new MultipartText("file", "0.jpg", tiny);
        for (var file = 1; file < 100; file++) {
            many.part("file", file + ".jpg", "no picture".getBytes(StandardCharsets.UTF_8));
        }
        many.part("metadata", null, "{}".getBytes(StandardCharsets.UTF_8)).part("file", "100.jpg", tiny).part("file", "101.jpg",
                tiny);

        var lines = batch(UniqueNames.of("batch"), many.end());

        assertThat(lines).hasSize(103);
        assertThat(lines.get(99).getInt("status")).isEqualTo(415);
        for (var surplus : List.of(100, 101)) {
            assertThat(lines.get(surplus).getString("name")).isEqualTo(surplus + ".jpg");
            assertThat(lines.get(surplus).getInt("status")).isEqualTo(413);
            assertThat(lines.get(surplus).getString("problem.detail")).contains("at most 100 files", "not stored");
        }
        assertThat(lines.get(102).getInt("created")).isEqualTo(1);
        assertThat(lines.get(102).getInt("refused")).isEqualTo(101);
        assertThat(lines.get(102).getBoolean("complete")).isTrue();
        Callers.as("admin").contentType("multipart/form-data; boundary=x").header("Idempotency-Key", "k".repeat(250))
                .body("--x--".getBytes(StandardCharsets.UTF_8)).post(IMAGES + "/batch").then().statusCode(400);
    }

    private static List<JsonPath> batch(String key, byte[] body) {
        return Callers.as("admin").contentType("multipart/form-data; boundary=x").header("Idempotency-Key", key).body(body)
                .post(IMAGES + "/batch").then().statusCode(200).contentType("application/x-ndjson").extract().asString().lines()
                .map(JsonPath::from).toList();
    }

    /** A multipart body with the boundary {@code x}, part by part. */
    private static final class MultipartText {

        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        MultipartText(String name, String fileName, byte[] content) {
            part(name, fileName, content);
        }

        MultipartText part(String name, String fileName, byte[] content) {
            var head = "--x\r\nContent-Disposition: form-data; name=\"" + name + "\""
                    + (fileName == null ? "" : "; filename=\"" + fileName + "\"") + "\r\n\r\n";
            body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            return this;
        }

        byte[] end() {
            body.writeBytes("--x--\r\n".getBytes(StandardCharsets.UTF_8));
            return body.toByteArray();
        }
    }

    @Test
    void aPublicationTellsOfAPictureThatNobodySees() throws IOException {
        var id = upload(Files.readAllBytes(SharedMaterial.file("data/photos/heic/samplefilehub.heif")), "{\"alt\": \"Bild\"}")
                .statusCode(201).body("file.renditions", equalTo("unavailable")).body("file.animated", equalTo(false))
                .extract().<String> path("id");
        Newsroom.ensureCategory("bilder", "Bilder");
        var draft = Callers.as("admin").contentType(ContentType.JSON)
                .body("""
                               {"headline": "Bild", "category": "bilder", "image": {"id": "%1$s"},
                        "body": [{"type": "paragraph", "text": "Text"},
                                {"type": "image", "image": {"id": "%1$s"}},
                                {"type": "gallery", "images": [{"id": "%2$s"}, {"id": "%1$s"}]},
                                {"type": "box", "body": [{"type": "image", "image": {"id": "%1$s"}}]}]}"""
                        .formatted(id, upload(unique(TestPictures.jpeg(90, 60)), null).extract().<String> path("id")))
                .post("/v1/editorial/articles").then()
                .statusCode(201).body("warnings", empty()).extract();
        var path = "/v1/editorial/articles/" + draft.path("id") + "/publish";

        for (var query : List.of("?dryRun=true", "")) {
            Callers.as("admin").contentType(ContentType.JSON).header("If-Match", draft.header("ETag")).post(path + query).then()
                    .statusCode(200).body("warnings.pointer", contains("/image", "/body/1/image", "/body/2/images/1",
                            "/body/3/body/0/image"))
                    .body("warnings[0].detail", containsString("cannot be decoded here"));
        }
    }

    @Test
    void whatTheFileSaysFillsWhatTheEditorLeftOpen() {
        var file = withMetadata(TestPictures.jpeg(300, 200), new PhotoFile().xmp("""
                <photoshop:Credit>Agentur</photoshop:Credit><photoshop:City>Emden</photoshop:City>
                <photoshop:Country>Deutschland</photoshop:Country>
                <photoshop:DateCreated>2024-07-01T12:00:00+02:00</photoshop:DateCreated>
                <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Im Hafen</rdf:li></rdf:Alt></dc:description>
                <dc:creator><rdf:Seq><rdf:li>Jo Baum</rdf:li></rdf:Seq></dc:creator>
                <dc:subject><rdf:Bag><rdf:li>Hafen</rdf:li></rdf:Bag></dc:subject>
                <xmpRights:WebStatement>https://agency.example/terms</xmpRights:WebStatement>"""));

        var id = upload(file, "{\"credit\": \"Eigene Angabe\"}").statusCode(201).body("credit", equalTo("Eigene Angabe"))
                .body("caption", equalTo("Im Hafen")).body("rights.creator", equalTo("Jo Baum"))
                .body("rights.licenseUrl", equalTo("https://agency.example/terms"))
                .body("location.city", equalTo("Emden")).body("location.country", equalTo("DE"))
                .body("keywords", contains("Hafen")).body("takenAt", equalTo("2024-07-01T12:00:00+02:00"))
                .extract().<String> path("id");

        Callers.as("admin").get(IMAGES + "/" + id + "/metadata").then().statusCode(200)
                .body("fields.credit", equalTo("Agentur")).body("fields.city", equalTo("Emden"))
                .body("raw.xmp.'photoshop:Credit'", equalTo("Agentur")).body("fields.orientation", equalTo(1));
        get(IMAGES + "/" + id + "/metadata").then().statusCode(401);
    }

    @Test
    void renditionsSayWhatTheSitesSayOfMiningUnlessTheFileIsStricter() {
        var mild = minedAs("DMI-ALLOWED");
        var strict = minedAs("DMI-PROHIBITED");
        var former = editorial(mild).extract().<String> path("src");
        assertThat(file(former)).contains("DMI-ALLOWED");

        stateMining("\"refused\"", "\"allowed\"");
        try {
            assertThat(file(awaitOther(mild, former))).contains("/DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING");
            assertThat(file(editorial(ready(strict)).extract().path("src"))).contains("/DMI-PROHIBITED\"");
            stateMining("\"licence\"", "\"allowed\"");
            assertThat(file(awaitOther(mild, editorial(mild).extract().path("src")))).contains("/DMI-PROHIBITED-SEECONSTRAINT",
                    "nur mit Lizenz des Verlags");
        } finally {
            stateMining("null", "null");
        }
    }

    private static String minedAs(String term) {
        return ready(upload(unique(withMetadata(TestPictures.jpeg(300, 200),
                new PhotoFile().xmp("<p:DataMining xmlns:plus=\"http://ns.useplus.org/ldf/xmp/1.0/\">"
                        + "http://ns.useplus.org/ldf/vocab/" + term + "</p:DataMining>"))),
                null).statusCode(201).extract().path("id"));
    }

    private static void stateMining(String mining, String search) {
        var site = "/v1/editorial/sites/default";
        Callers.as("admin").contentType("application/json").header("If-Match", Callers.as("admin").get(site).header("ETag"))
                .body("{\"machineUse\": {\"textAndDataMining\": %s, \"search\": %s}}".formatted(mining, search)).patch(site)
                .then().statusCode(200);
    }

    private static String file(String address) {
        return new String(get(URI.create(address).getPath()).then().statusCode(200).extract().asByteArray(),
                StandardCharsets.UTF_8);
    }

    @Test
    void aTextThatIsTooLongForItsMemberIsCutAndTheWarningsSaySo() {
        var id = upload(withMetadata(TestPictures.jpeg(80, 60), new PhotoFile().xmp(
                "<photoshop:Credit>" + "c".repeat(501) + "</photoshop:Credit><photoshop:City>" + "s".repeat(10_001)
                        + "</photoshop:City>")),
                null).statusCode(201).body("credit", equalTo("c".repeat(500))).extract().<String> path("id");

        assertThat(Callers.as("admin").get(IMAGES + "/" + id + "/metadata").jsonPath().<String> getList("warnings"))
                .contains("The text for `credit` has more than 500 characters; the rest is left out.",
                        "A text of more than 10000 characters was cut.");
    }

    @Test
    void whatTheFileTellsCannotBeGiven() {
        upload(TestPictures.jpeg(80, 60), "{\"width\": 5, \"height\": 60, \"mediaType\": \"image/png\"}").statusCode(400)
                .body("errors.pointer", contains("/width", "/height", "/mediaType"));
        var id = upload(unique(TestPictures.jpeg(80, 60)), null).statusCode(201).extract().<String> path("id");

        for (var change : List.of(Map.of("width", 5), Map.of("height", 5), Map.of("mediaType", "image/png"))) {
            Callers.as("admin").header("If-Match", editorial(id).extract().header("ETag")).contentType(ContentType.JSON)
                    .body(change).patch(IMAGES + "/" + id).then().statusCode(400);
        }
    }

    @Test
    void theSameBytesAreStoredOnceAndTheAnswerSaysSo() {
        var bytes = unique(TestPictures.jpeg(200, 150));
        var first = upload(bytes, null).statusCode(201).body("duplicateOf", nullValue()).extract().<String> path("id");

        upload(bytes, null).statusCode(201).body("duplicateOf", contains(first)).body("id", not(equalTo(first)));
    }

    @Test
    void aRepeatedUploadWithItsKeyIsDoneOnce() {
        var bytes = unique(TestPictures.jpeg(90, 60));
        var key = UniqueNames.of("key");
        var first = repeatable(key, bytes).statusCode(201).extract();

        repeatable(key, bytes).statusCode(201).body("id", equalTo(first.path("id"))).header("ETag", first.header("ETag"))
                .header("Location", first.header("Location"));
        repeatable(key, unique(TestPictures.jpeg(90, 60))).statusCode(422);
    }

    private static ValidatableResponse repeatable(String key, byte[] content) {
        return Callers.as("admin").header("Idempotency-Key", key).contentType("multipart/form-data")
                .multiPart("file", "test.jpg", content).post(IMAGES).then();
    }

    @Test
    void namesAreComposedAndNeverPaths() {
        var name = Normalizer.normalize("../Größe Überblick.JPG", Normalizer.Form.NFD);

        var head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n";
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(unique(TestPictures.jpeg(80, 60)));
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));

        Callers.as("admin").contentType("multipart/form-data; boundary=x").body(body.toByteArray()).post(IMAGES).then()
                .statusCode(201).body("file.name", equalTo("Größe Überblick.JPG"));
    }

    @Test
    void unusableFilesAreRefusedAtOnceAndLeaveNothing() throws IOException {
        var before = newest();
        refused(Arrays.copyOf(TestPictures.jpeg(600, 400), 4_000), 422, "image-damaged");
        refused(TestPictures.png(TestPictures.draw(600, 2)), 422, "image-refused");
        refused(("\0\0\1\0" + "\1\0\20\20\0\0\1\0\40\0").repeat(20).getBytes(StandardCharsets.ISO_8859_1), 415,
                "unsupported-media-type");
        refused("P6 2 2 255 xxxxxxxxxxxx".getBytes(StandardCharsets.UTF_8), 415, "unsupported-media-type");
        refused("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>".getBytes(StandardCharsets.UTF_8), 415,
                "unsupported-media-type");
        refused("BM00000000000000000".getBytes(StandardCharsets.UTF_8), 415, "unsupported-media-type");
        refused(new byte[0], 415, "unsupported-media-type");
        for (var hostile : new String[] { "broken/sharp-giant-image.jpg", "broken/sharp-truncated.jpg",
                "broken/sharp-corrupt-header.jpg", "malicious/POC_img_phpinfo-CR.gif",
                "broken/tm-broken-sos-before-sof.jpg" }) {
            refused(Files.readAllBytes(SharedMaterial.file("data/photos/" + hostile)), 422,
                    hostile.contains("giant") ? "image-refused" : "image-damaged");
        }

        // other tests may upload images meanwhile, under other names
        assertThat(newest()).filteredOn(image -> !before.contains(image)).noneMatch(image -> image.contains(REFUSED));
    }

    /** Each with its id and the name of its file. */
    private static List<String> newest() {
        return Callers.as("admin").get(IMAGES + "?limit=100").then().statusCode(200).extract().jsonPath()
                .getList("items.collect { it.id + ' ' + it.file?.name }");
    }

    @Test
    void aFileLinksWebAddressesOnly() {
        var id = ready(upload(withMetadata(unique(TestPictures.jpeg(300, 200)), new PhotoFile().xmp("""
                <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">Agentur</rdf:li></rdf:Alt></dc:rights>
                <xmpRights:WebStatement>javascript:alert(1)</xmpRights:WebStatement>
                <Iptc4xmpExt:DigitalSourceType>javascript:alert(2)</Iptc4xmpExt:DigitalSourceType>
                <p:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">
                <p:LicensorURL>javascript:alert(3)</p:LicensorURL></rdf:li></rdf:Seq></p:Licensor>""")),
                "{\"alt\": \"Farben\"}").statusCode(201).extract().path("id"));
        var slug = publishArticleWith(id);

        var raw = Callers.as("admin").get(IMAGES + "/" + id + "/metadata").then().statusCode(200)
                .body("fields.webStatement", nullValue()).body("fields.licensorUrl", nullValue())
                .body("fields.digitalSourceType", nullValue()).extract().asString();
        assertThat(raw).contains("javascript:alert(1)", "javascript:alert(2)", "javascript:alert(3)"); // as the file says it
        for (var path : List.of("/v1/images/" + id, "/v1/articles/" + slug, "/feeds/articles/" + slug + ".jsonld",
                "/feeds/articles/" + slug + ".ninjs.json", "/feeds/categories/bilder.rss", "/feeds/categories/bilder.atom",
                "/feeds/categories/bilder.json", "/v1/editorial/images/" + id)) {
            assertThat(Callers.as("admin").get(path).then().statusCode(200).extract().asString()).as(path)
                    .doesNotContain("javascript:");
        }
        assertThat(file(editorial(id).extract().path("src"))).doesNotContain("javascript:");
        Callers.as("admin").header("If-Match", editorial(id).extract().header("ETag")).contentType(ContentType.JSON)
                .body(Map.of("rights", Map.of("digitalSourceType", "javascript:alert(4)"))).patch(IMAGES + "/" + id).then()
                .statusCode(400).body("errors.pointer", contains("/rights/digitalSourceType"));
    }

    @Test
    void whoHasNoKeyLearnsThatOneIsNeededBeforeAnythingElse() {
        for (var type : List.of("text/plain", "application/xml", "multipart/form-data; boundary=x")) {
            given().contentType(type).body("x".getBytes(StandardCharsets.UTF_8)).post(IMAGES).then().statusCode(401);
            given().contentType(type).body("x".getBytes(StandardCharsets.UTF_8)).post("/v1/editorial/articles").then()
                    .statusCode(401).header("WWW-Authenticate", notNullValue());
        }
        Callers.as("admin").contentType("text/plain").body("x".getBytes(StandardCharsets.UTF_8)).post(IMAGES).then()
                .statusCode(415);
    }

    @Test
    void aPublicationTellsOfAPictureWhoseRightsHaveExpired() {
        var id = upload(unique(TestPictures.jpeg(100, 80)), "{\"alt\": \"Farben\", \"rights\": {\"expiresAt\":"
                + " \"2020-01-01T00:00:00Z\"}}").statusCode(201).extract().<String> path("id");
        Newsroom.ensureCategory("bilder", "Bilder");
        var draft = Callers.as("admin").contentType(ContentType.JSON)
                .body("{\"headline\": \"Bild\", \"category\": \"bilder\", \"image\": {\"id\": \"" + id + "\"}}")
                .post("/v1/editorial/articles").then().statusCode(201).extract();

        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", draft.header("ETag"))
                .post("/v1/editorial/articles/" + draft.path("id") + "/publish").then().statusCode(200)
                .body("warnings.pointer", contains("/image")).body("warnings[0].detail", containsString("expired"));
    }

    @Test
    void aBodyThatIsNoUploadIsExplained() {
        Callers.as("admin").contentType("multipart/form-data").multiPart("picture", "a.jpg", TestPictures.jpeg(9, 9))
                .post(IMAGES).then().statusCode(400).body("errors[0].pointer", equalTo("/picture"));
        Callers.as("admin").contentType("multipart/form-data").multiPart("metadata", "{}").post(IMAGES).then()
                .statusCode(400).body("errors[0].pointer", equalTo("/file"));
        upload(TestPictures.jpeg(9, 9), "{\"alt\": 5, \"nonsense\": 1}").statusCode(400).body("errors.size()", equalTo(2));
        given().contentType("multipart/form-data").multiPart("file", "a.jpg", TestPictures.jpeg(9, 9)).post(IMAGES).then()
                .statusCode(401);
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        var body = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n"
                + new String(TestPictures.jpeg(300, 200), StandardCharsets.ISO_8859_1) + "\r\n--x--\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        var before = incoming();
        for (var tenth = 0; tenth < 10; tenth++) {
            Callers.as("admin").contentType("multipart/form-data; boundary=x")
                    .body(Arrays.copyOf(body, body.length * tenth / 10))
                    .post(IMAGES).then().statusCode(400);
        }
        await().until(() -> before.containsAll(incoming())); // renditions of other tests pass by here, too
    }

    private static List<Path> incoming() throws IOException {
        try (var parts = Files.list(TestFolders.own().resolve("test-media/.incoming"))) {
            return parts.filter(part -> part.getFileName().toString().startsWith("incoming-")).toList();
        }
    }

    @Test
    void replacingAFileAndMovingTheFocalPointChangeAddresses() {
        var id = ready(upload(unique(TestPictures.jpeg(400, 200)), "{\"alt\": \"Farben\"}").extract().path("id"));
        publishArticleWith(id);
        var first = editorial(id).extract();

        Callers.as("admin").header("If-Match", first.header("ETag")).contentType(ContentType.JSON)
                .body(Map.of("focalPoint", Map.of("x", 0.1, "y", 0.5))).patch(IMAGES + "/" + id).then().statusCode(200);
        var second = awaitOther(id, first.path("src"));
        var replaced = Callers.as("admin").header("If-Match", editorial(id).extract().header("ETag"))
                .contentType("multipart/form-data").multiPart("file", "new.png", TestPictures.png(TestPictures.draw(500, 300)))
                .put(IMAGES + "/" + id + "/file").then().statusCode(200).body("width", equalTo(500))
                .body("mediaType", equalTo("image/png")).body("alt", equalTo("Farben")).extract();
        awaitOther(id, second);

        assertThat(replaced.header("ETag")).isNotEqualTo(first.header("ETag"));
        var present = URI.create(editorial(id).extract().<String> path("src")).getPath();
        for (var former : List.of(first.<String> path("src"), second)) {
            given().redirects().follow(false).get(URI.create(former).getPath()).then().statusCode(301)
                    .header("Location", endsWith(present.replace("-500.jpg", "-480.jpg")))
                    .header("Surrogate-Key", containsString("image:"));
        }
        Callers.as("admin").header("If-Match", first.header("ETag")).contentType("multipart/form-data")
                .multiPart("file", "new.jpg", TestPictures.jpeg(50, 30)).put(IMAGES + "/" + id + "/file").then()
                .statusCode(412);
    }

    /** A body that is no picture would be refused with another status if it were read. */
    @Test
    void aPreconditionIsCheckedBeforeTheNewFileIsReceived() {
        var id = upload(unique(TestPictures.jpeg(100, 80)), "{\"alt\": \"Farben\"}").statusCode(201).extract()
                .<String> path("id");

        replaceByText(id, Map.of()).statusCode(428);
        replaceByText(id, Map.of("If-Match", "\"stale\"")).statusCode(412);
        replaceByText(id, Map.of("If-Match", "*")).statusCode(415);
    }

    private static ValidatableResponse replaceByText(String id, Map<String, String> headers) {
        return Callers.as("admin").headers(headers).contentType("multipart/form-data")
                .multiPart("file", "new.txt", "no picture".getBytes(StandardCharsets.US_ASCII))
                .put(IMAGES + "/" + id + "/file").then();
    }

    @Test
    void wordsOfAnUploadedImageCanBeSentBack() {
        var id = ready(upload(unique(TestPictures.jpeg(100, 80)), "{\"alt\": \"Farben\"}").extract().path("id"));
        var shown = editorial(id).extract();

        Callers.as("admin").header("If-Match", shown.header("ETag")).contentType(ContentType.JSON).body(shown.asByteArray())
                .patch(IMAGES + "/" + id).then().statusCode(200).header("ETag", shown.header("ETag"))
                .body("src", equalTo(shown.path("src")));
    }

    @Test
    void partsOfAFileAreServed() {
        var id = ready(upload(unique(TestPictures.jpeg(100, 80)), null).extract().path("id"));
        publishArticleWith(id);
        var path = URI.create(editorial(id).extract().<String> path("src")).getPath();
        var whole = get(path).then().statusCode(200).extract();
        var bytes = whole.asByteArray();

        given().header("Range", "bytes=10-19").get(path).then().statusCode(206)
                .header("Content-Range", "bytes 10-19/" + bytes.length).header("Content-Length", "10");
        assertThat(given().header("Range", "bytes=-5").get(path).asByteArray())
                .isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 5, bytes.length));
        given().header("Range", "bytes=" + bytes.length + "-").get(path).then().statusCode(416)
                .header("Content-Range", "bytes */" + bytes.length).body("type", containsString("range-not-satisfiable"));
        given().header("Range", "bytes=0-1").header("If-Range", "\"other\"").get(path).then().statusCode(200);
        given().header("If-None-Match", whole.header("ETag")).get(path).then().statusCode(304)
                .header("ETag", whole.header("ETag"));
        given().head(path).then().statusCode(200).header("Content-Length", String.valueOf(bytes.length));
        given().header("Range", "bytes=0-1").head(path).then().statusCode(200)
                .header("Content-Length", String.valueOf(bytes.length)).header("Content-Range", nullValue());
        given().header("If-Modified-Since", whole.header("Last-Modified")).get(path).then().statusCode(304);
        given().header("If-Match", "\"other\"").get(path).then().statusCode(412).body("type", containsString("precondition"));
        get(path + "?utm_source=x").then().statusCode(200);
        get(path + "?width=5").then().statusCode(400).body("errors.parameter", contains("width"));
        get(path.replace(".jpg", ".png")).then().statusCode(404);
        get(path.replaceAll("/[0-9a-f]{32}/", "/" + "0".repeat(32) + "/")).then().statusCode(200); // follows the redirect
    }

    @Test
    void anInventedAddressDoesNotLeadToAPictureThatNothingPublicShows() {
        var id = ready(upload(unique(TestPictures.jpeg(100, 80)), "{\"alt\": \"Farben\"}").extract().path("id"));
        var path = URI.create(editorial(id).extract().<String> path("src")).getPath();
        var invented = path.replaceAll("/[0-9a-f]{32}/", "/" + "a".repeat(32) + "/");

        given().redirects().follow(false).get(invented).then().statusCode(404);

        publishArticleWith(id);
        given().redirects().follow(false).get(invented).then().statusCode(301).header("Location", endsWith(path));
    }

    @Test
    void theChangeLogNamesAnImageWhileSomethingPublicShowsIt() {
        var start = get("/v1/changes?since=0&limit=1").header("Depesche-Sequence");
        var id = ready(upload(unique(TestPictures.jpeg(100, 80)), "{\"alt\": \"Farben\"}").extract().path("id"));
        describe(id, "Entwurf");
        assertThat(changesSince(start)).doesNotContain(id, CacheTag.image(UUID.fromString(id)).text());

        var slug = publishArticleWith(id);
        assertThat(entries(start, "article.published", slug)).contains(CacheTag.image(UUID.fromString(id)).text());
        var published = get("/v1/changes?since=0&limit=1").header("Depesche-Sequence");
        describe(id, "Gezeigt");
        assertThat(entries(published, "image.updated", id)).contains("alt", CacheTag.image(UUID.fromString(id)).text());
        assertThat(get("/v1/changes?type=image.updated&since=" + published).asString()).contains(id);

        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", Callers.as("admin").get("/v1/editorial/articles/"
                + slug).header("ETag")).post("/v1/editorial/articles/" + slug + "/unpublish").then().statusCode(200);
        var unpublished = get("/v1/changes?since=0&limit=1").header("Depesche-Sequence");
        assertThat(entries(published, "article.unpublished", slug)).contains(CacheTag.image(UUID.fromString(id)).text());
        describe(id, "Nicht mehr gezeigt");
        assertThat(changesSince(unpublished)).doesNotContain(id, CacheTag.image(UUID.fromString(id)).text());
    }

    private static void describe(String id, String alt) {
        Callers.as("admin").header("If-Match", editorial(id).extract().header("ETag")).contentType(ContentType.JSON)
                .body(Map.of("alt", alt)).patch(IMAGES + "/" + id).then().statusCode(200);
    }

    private static String changesSince(String sequence) {
        return Callers.as("admin").get("/v1/changes?limit=100&since=" + sequence).then().statusCode(200).extract().asString();
    }

    private static String entries(String since, String type, String subject) {
        return JsonPath.from(changesSince(since)).getList("items", Map.class).stream()
                .filter(entry -> type.equals(entry.get("type")) && entry.containsValue(subject)).toList().toString();
    }

    @Test
    void originalsAreForEditorsOnly() {
        var bytes = unique(TestPictures.jpeg(100, 80));
        var id = upload(bytes, null).extract().<String> path("id");

        assertThat(Callers.as("editor").get(IMAGES + "/" + id + "/file").then().statusCode(200)
                .header("Content-Disposition", startsWith("attachment")).extract().asByteArray()).isEqualTo(bytes);
        get(IMAGES + "/" + id + "/file").then().statusCode(401);
    }

    @Test
    void theDownloadOfAnOriginalIsResumed() {
        var bytes = unique(TestPictures.jpeg(100, 80));
        var id = upload(bytes, null).extract().<String> path("id");
        var path = IMAGES + "/" + id + "/file";
        var eTag = editorial(id).extract().header("ETag");

        assertThat(Callers.as("editor").header("Range", "bytes=10-").header("If-Range", eTag).get(path).then().statusCode(206)
                .header("ETag", eTag).header("Content-Disposition", startsWith("attachment")).extract().asByteArray())
                .isEqualTo(Arrays.copyOfRange(bytes, 10, bytes.length));
        Callers.as("editor").header("If-None-Match", eTag).get(path).then().statusCode(304);
        Callers.as("editor").head(path).then().statusCode(200).header("Content-Length", String.valueOf(bytes.length))
                .header("Accept-Ranges", "bytes");
    }

    @Test
    void expiredRightsEndDeliveryAndTheChangeLogSaysSo() {
        var clock = SettableClock.install();
        var expiry = clock.instant().plusSeconds(2);
        var id = ready(upload(unique(TestPictures.jpeg(100, 80)),
                "{\"alt\": \"Farben\", \"rights\": {\"expiresAt\": \"" + expiry + "\"}}").statusCode(201).extract().path("id"));
        var slug = publishArticleWith(id);
        var path = URI.create(editorial(id).extract().<String> path("src")).getPath();
        var before = get("/v1/changes?since=0&limit=1").header("Depesche-Sequence");
        get(path).then().statusCode(200).header("Cache-Control", not(containsString("immutable")));

        clock.setTo(expiry);
        get(path).then().statusCode(410);

        await().untilAsserted(
                () -> get("/v1/articles/" + slug).then().statusCode(200).body("image", nullValue()));
        await().until(() -> Callers.as("admin").get("/v1/changes?limit=100&since=" + before).jsonPath()
                .getList("items.findAll { it.id == '" + id + "' }.changed.flatten()").contains("expired"));
        get("/v1/images/" + id).then().statusCode(410).body("type", containsString("rights-expired"));
        get("/v1/images?limit=100").then().statusCode(200).body("items.id", not(hasItem(id)));
        await().until(() -> Instant.now().isAfter(expiry)); // the clock of the next test
    }

    @Test
    void incompleteImagesAreListed() {
        var bare = upload(unique(TestPictures.jpeg(60, 40)), null).extract().<String> path("id");
        var complete = upload(unique(TestPictures.jpeg(60, 40)),
                "{\"alt\": \"A\", \"credit\": \"B\", \"rights\": {\"copyright\": \"C\"}}").extract().<String> path("id");

        for (var missing : new String[] { "alt", "credit", "rights", "alt,credit,rights" }) {
            Callers.as("editor").get(IMAGES + "?limit=100&missing=" + missing).then().statusCode(200)
                    .body("items.id", hasItem(bare)).body("items.id", not(hasItem(complete)));
        }
        Callers.as("editor").get(IMAGES + "?missing=colour").then().statusCode(400);
    }

    private static void refused(byte[] content, int status, String type) {
        var start = ProcessorTime.ofProcess();
        Uploads.upload(REFUSED, content, null).statusCode(status).body("type", containsString(type));
        assertThat(ProcessorTime.ofProcess().minus(start)).isLessThan(Duration.ofSeconds(5));
    }

    private static ValidatableResponse upload(byte[] content, String metadata) {
        var request = Callers.as("admin").contentType("multipart/form-data").multiPart("file", "test.jpg", content);
        return (metadata == null ? request : request.multiPart("metadata", metadata, "application/json")).post(IMAGES).then();
    }

    private static ValidatableResponse editorial(String id) {
        return Callers.as("admin").get(IMAGES + "/" + id).then().statusCode(200);
    }

    private static String ready(String id) {
        await().until(() -> editorial(id).extract().path("file.renditions").equals("ready"));
        return id;
    }

    private static String awaitOther(String id, String former) {
        await().until(() -> !former.equals(editorial(id).extract().path("src")));
        return ready(id).isEmpty() ? "" : editorial(id).extract().path("src");
    }

    private static String publishArticleWith(String image) {
        Newsroom.ensureCategory("bilder", "Bilder");
        var slug = "bild-" + image;
        Newsroom.importArticles("{\"slug\": \"" + slug + "\", \"headline\": \"Bild\", \"category\": \"bilder\","
                + " \"publishedAt\": \"2020-02-02\", \"image\": {\"id\": \"" + image + "\"}, \"body\": [{\"type\": \"image\","
                + " \"image\": {\"id\": \"" + image + "\"}}]}");
        return slug;
    }

    /** A comment makes the bytes differ from those of other tests. */
    private static byte[] unique(byte[] jpeg) {
        var comment = UniqueNames.of("unique").getBytes(StandardCharsets.UTF_8);
        return insert(jpeg, new PhotoFile().segment(0xFE, comment).head());
    }

    private static byte[] withMetadata(byte[] jpeg, PhotoFile metadata) {
        return insert(jpeg, metadata.head());
    }

    private static byte[] insert(byte[] jpeg, byte[] head) {
        var all = Arrays.copyOf(head, head.length + jpeg.length - 2);
        System.arraycopy(jpeg, 2, all, head.length, jpeg.length - 2);
        return all;
    }
}
