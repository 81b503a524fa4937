package org.depesche.content.image.desk;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.depesche.media.header.ImageFormat;
import org.depesche.media.metadata.MetadataLimits;
import org.depesche.media.metadata.PhotoFile;
import org.depesche.media.metadata.PhotoMetadataReader;
import org.depesche.media.rendition.TestPictures;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.UniqueNames;
import org.depesche.testkit.Uploads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** What an editor writes, what a file says, and what neither can say: nothing that a client sends is lost without a word. */
@QuarkusTest
class ImageWordsResourceTest {

    private static final String IMAGES = "/v1/editorial/images";

    @TempDir
    Path folder;

    @Test
    void whatAFileTellsCannotBeChangedBesideIt() {
        var id = Uploads.ready(upload(new PhotoFile(), "{\"alt\": \"Farben\"}").statusCode(201).extract().path("id"));
        var address = Uploads.read(id).extract().<String> path("src");

        patch(id, Map.of("src", "https://elsewhere.example/a.jpg")).statusCode(400).body("errors.pointer", contains("/src"))
                .body("errors[0].detail", containsString("PUT …/" + id + "/file"));
        patch(id, nulled("src")).statusCode(400).body("errors.pointer", contains("/src"));
        patch(id, Map.of("file", Map.of("url", "https://elsewhere.example/a.jpg"))).statusCode(400)
                .body("errors[0].detail", containsString("/file replaces it"));
        for (var member : List.of("srcset", "sha256", "byteSize", "serial", "renditions", "blurHash", "createdAt")) {
            patch(id, Map.of(member, "x")).statusCode(400).body("errors.pointer", contains("/" + member));
            upload(new PhotoFile(), "{\"" + member + "\": \"x\"}").statusCode(400).body("errors.pointer",
                    contains("/" + member));
            create(Map.of("alt", "Farben", member, "x")).statusCode(400).body("errors.pointer", contains("/" + member));
        }
        patch(id, Map.of("src", address.replaceFirst("/media/([^/]+)/[^/]+/", "/media/$1/former/"))).statusCode(200)
                .body("src", equalTo(address));
    }

    @Test
    void theAnswerToAnUploadAndThePublicImageCanBeSentBack() {
        var file = new PhotoFile().xmp("<photoshop:Country>Atlantis</photoshop:Country>");
        upload(file, "{\"alt\": \"Farben\"}").statusCode(201);
        var answer = upload(file, "{\"alt\": \"Farben\"}").statusCode(201)
                .body("warnings", contains("The country is unknown, and not taken: Atlantis")).extract();
        var id = Uploads.ready(answer.path("id"));
        publishArticleWith(id);

        assertThat(answer.<List<String>> path("duplicateOf")).isNotEmpty();
        for (var body : List.of(answer.asByteArray(), get("/v1/images/" + id).then().statusCode(200).extract().asByteArray())) {
            Callers.as("admin").header("If-Match", answer.header("ETag")).contentType(ContentType.JSON).body(body)
                    .patch(IMAGES + "/" + id).then().statusCode(200).header("ETag", answer.header("ETag"))
                    .body("warnings", nullValue());
        }
    }

    @Test
    void anAlternativeTextDoesNotGoWithDecorative() {
        var both = Map.<String, Object> of("alt", "Linie", "decorative", true);
        create(both).statusCode(400).body("errors.pointer", contains("/alt"));
        upload(new PhotoFile(), "{\"alt\": \"Linie\", \"decorative\": true}").statusCode(400);
        var id = create(Map.of("alt", "Linie")).statusCode(201).extract().<String> path("id");

        patch(id, Map.of("decorative", true)).statusCode(400).body("errors[0].detail", containsString("\"alt\": null"));
        var change = nulled("alt");
        change.put("decorative", true);
        change.put("caption", "Eine Linie");
        patch(id, change).statusCode(200).body("alt", nullValue()).body("decorative", equalTo(true));
        patch(id, Map.of("alt", "Doch")).statusCode(400).body("errors[0].detail", containsString("\"decorative\": false"));
        patch(id, Map.of("alt", "Doch", "decorative", false)).statusCode(200).body("alt", equalTo("Doch"));
    }

    @Test
    void aUseCannotChangeTheImageItselfAndIsTold() {
        var id = create(Map.of("alt", "Hafen", "focalPoint", Map.of("x", 0.5, "y", 0.5))).statusCode(201).extract().path("id");
        var use = Map.of("id", id, "caption", "Abends", "focalPoint", Map.of("x", 0.1, "y", 0.2), "keywords", List.of("Hafen"));

        var saved = article(use).statusCode(201).body("warnings.pointer", contains("/image/focalPoint", "/image/keywords"))
                .body("warnings[0].detail", startsWith("is that of the image")).body("image.caption", equalTo("Abends"))
                .extract();
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", saved.header("ETag"))
                .body(Map.of("image", saved.path("image"))).patch("/v1/editorial/articles/" + saved.path("id")).then()
                .statusCode(200).body("warnings", empty());

        Callers.as("admin").contentType(ContentType.JSON).header("If-None-Match", "*")
                .body(Map.of("name", "Bilder", "image", use)).put("/v1/editorial/collections/" + UniqueNames.of("woerter"))
                .then().statusCode(400).body("errors.pointer", contains("/image/focalPoint", "/image/keywords"));
        article(Map.of("alt", "Neu", "byteSize", 5)).statusCode(400).body("errors.pointer", contains("/image/byteSize"));
    }

    /** What the former file said goes with it; what the desk wrote stays. */
    @Test
    void theWordsOfAFileFollowTheFile() {
        var file = new PhotoFile().xmp("""
                <photoshop:Credit>Agentur</photoshop:Credit><photoshop:City>Emden</photoshop:City>
                <photoshop:DateCreated>2024-07-01T12:00:00.25+02:00</photoshop:DateCreated>
                <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Im Hafen</rdf:li></rdf:Alt></dc:description>
                <dc:creator><rdf:Seq><rdf:li>Jo Baum</rdf:li></rdf:Seq></dc:creator>
                <dc:subject><rdf:Bag><rdf:li>Hafen</rdf:li></rdf:Bag></dc:subject>""");
        var id = upload(file, "{\"alt\": \"Schiffe\", \"rights\": {\"copyright\": \"Verlag\"}, \"dominantColor\": \"#010203\"}")
                .statusCode(201).body("takenAt", equalTo("2024-07-01T12:00:00+02:00")).extract().<String> path("id");
        patch(id, Map.of("caption", "Im Hafen am Abend", "focalPoint", Map.of("x", 0.25, "y", 0.5))).statusCode(200);

        replace(id, new PhotoFile()).body("alt", equalTo("Schiffe")).body("caption", equalTo("Im Hafen am Abend"))
                .body("rights.copyright", equalTo("Verlag")).body("dominantColor", equalTo("#010203"))
                .body("focalPoint.x", equalTo(0.25f)).body("takenAt", nullValue()).body("credit", nullValue())
                .body("location", nullValue()).body("rights.creator", nullValue()).body("keywords", empty());
        replace(id, new PhotoFile().xmp("<photoshop:Credit>Andere</photoshop:Credit>")).body("credit", equalTo("Andere"))
                .body("caption", equalTo("Im Hafen am Abend"));
        replace(id, new PhotoFile().xmp("<photoshop:Credit>Dritte</photoshop:Credit>")).body("credit", equalTo("Dritte"));
    }

    @Test
    void whatAMemberCannotHoldIsTold() {
        upload(new PhotoFile().xmp("<photoshop:DateCreated>1503</photoshop:DateCreated><photoshop:City>" + "s".repeat(201)
                + "</photoshop:City><xmpRights:WebStatement>auf Anfrage</xmpRights:WebStatement><dc:subject><rdf:Bag>"
                + "<rdf:li>" + "w".repeat(201) + "</rdf:li></rdf:Bag></dc:subject>"), null)
                .statusCode(201).body("takenAt", nullValue()).body("warnings", contains(
                        "The file names no more of its date than the year; the first day of it is taken.",
                        "The text for `location.city` has more than 200 characters; the rest is left out.",
                        "The text for `keywords` has more than 200 characters; the rest is left out.",
                        "The address of the license is no web address, and not taken: auf Anfrage",
                        "The date is not between the years 1900 and 9999, and not taken: 1503-01-01T00:00"));
        for (var date : List.of("9999-12-31T23:59:59-12:00", "1000-01-01T00:00:00+14:00")) {
            upload(new PhotoFile().xmp("<photoshop:DateCreated>" + date + "</photoshop:DateCreated>"), null).statusCode(201)
                    .body("takenAt", nullValue());
        }
    }

    @Test
    void allCreatorsAreNamedEverywhere() throws IOException {
        var id = Uploads.ready(upload(new PhotoFile().xmp(
                "<dc:creator><rdf:Seq><rdf:li>Zoe Alt</rdf:li><rdf:li>Baum, Jo</rdf:li></rdf:Seq></dc:creator>"), null)
                .statusCode(201).body("rights.creator", equalTo("Zoe Alt; Baum, Jo")).extract().path("id"));
        var slug = publishArticleWith(id);

        get("/v1/images/" + id).then().body("rights.creator", equalTo("Zoe Alt; Baum, Jo"));
        get("/feeds/articles/" + slug + ".jsonld").then().statusCode(200)
                .body("image[0].creator.name", contains("Zoe Alt", "Baum, Jo"));
        get("/feeds/articles/" + slug + ".ninjs.json").then().statusCode(200)
                .body("associations[0].by", equalTo("Zoe Alt; Baum, Jo"))
                .body("associations[0].infoSources.name", contains("Zoe Alt", "Baum, Jo"));
        var rendition = Files.write(folder.resolve("rendition"),
                get(URI.create(Uploads.read(id).extract().<String> path("src")).getPath()).asByteArray());
        assertThat(new PhotoMetadataReader(MetadataLimits.DEFAULT).read(rendition, ImageFormat.JPEG).raw().xmp())
                .containsEntry("dc:creator[1]", "Zoe Alt").containsEntry("dc:creator[2]", "Baum, Jo");
    }

    private static Map<String, Object> nulled(String member) {
        var change = new HashMap<String, Object>();
        change.put(member, null);
        return change;
    }

    private static ValidatableResponse create(Map<String, Object> body) {
        return Callers.as("admin").contentType(ContentType.JSON).body(body).post(IMAGES).then();
    }

    private static ValidatableResponse article(Map<String, ?> image) {
        Newsroom.ensureCategory("bilder", "Bilder");
        return Callers.as("admin").contentType(ContentType.JSON)
                .body(Map.of("headline", "Bild", "category", "bilder", "image", image)).post("/v1/editorial/articles").then();
    }

    private static ValidatableResponse patch(String id, Map<String, ?> change) {
        return Callers.as("admin").header("If-Match", "*").contentType(ContentType.JSON).body(change).patch(IMAGES + "/" + id)
                .then();
    }

    private static ValidatableResponse upload(PhotoFile said, String metadata) {
        var request = Callers.as("admin").contentType("multipart/form-data").multiPart("file", "test.jpg", jpeg(said));
        return (metadata == null ? request : request.multiPart("metadata", metadata, "application/json")).post(IMAGES).then();
    }

    private static ValidatableResponse replace(String id, PhotoFile said) {
        return Callers.as("admin").header("If-Match", "*").contentType("multipart/form-data")
                .multiPart("file", "test.jpg", jpeg(said)).put(IMAGES + "/" + id + "/file").then().statusCode(200);
    }

    private static byte[] jpeg(PhotoFile said) {
        return Uploads.withHead(TestPictures.jpeg(90, 60), said.head());
    }

    private static String publishArticleWith(String image) {
        Newsroom.ensureCategory("bilder", "Bilder");
        var slug = "woerter-" + image;
        Newsroom.importArticles("{\"slug\": \"" + slug + "\", \"headline\": \"Bild\", \"category\": \"bilder\","
                + " \"publishedAt\": \"2020-02-02\", \"image\": {\"id\": \"" + image + "\"}}");
        return slug;
    }
}
