package org.depesche.bootstrap;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.depesche.testkit.Callers;
import org.depesche.testkit.SecondProfile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

@QuarkusTest
@TestProfile(SecondProfile.class)
class SampleNewsroomLoaderTest {

    private static final int ARTICLES = 16;

    @BeforeEach
    void theNewsroomIsImported() {
        await().until(() -> total() >= ARTICLES);
    }

    @Test
    void everyArticleIsPublicAndInItsCategory() {
        given().get("/v1/articles/die-letzte-seilerin").then().statusCode(200);
        given().get("/v1/categories/sport/articles").then().statusCode(200).body("items", not(empty()));
        given().get("/v1/articles/buergerentscheid-61-prozent-fuer-die-markthalle/related").then().statusCode(200)
                .body("items", not(empty()));
    }

    @Test
    void theSiteHasANameAndAnAddressAndTheTagsHaveTypes() {
        given().get("/v1/sites").then().body("items[0].name", equalTo("Möhlenfurter Bote")).body("items[0].url",
                equalTo("http://localhost:3000"));
        given().get("/v1/tags/stadtwerke-moehlenfurt").then().body("type", equalTo("organisation"))
                .body("url", equalTo("http://localhost:3000/tag/stadtwerke-moehlenfurt"))
                .body("path", equalTo("/tag/stadtwerke-moehlenfurt"));
        given().get("/v1/articles/die-letzte-seilerin").then()
                .body("url", startsWith("http://localhost:3000/")).body("path", endsWith("/die-letzte-seilerin"));
    }

    @Test
    void noCorrectionIsLaterThanTheUpdate() {
        for (var slug : List.of("rat-beschliesst-haushalt-mit-einer-stimme-mehrheit", "zwei-tote-nach-brand-in-der-gerbergasse",
                "buergerentscheid-61-prozent-fuer-die-markthalle")) {
            var article = given().get("/v1/articles/" + slug).then().statusCode(200).extract();
            var update = OffsetDateTime.parse(article.path("updatedAt"));

            assertThat(article.<List<String>> path("corrections.at")).isNotEmpty()
                    .noneMatch(at -> OffsetDateTime.parse(at).isAfter(update));
        }
    }

    @Test
    void theFrontPageIsACollection() {
        await().until(() -> given().get("/v1/collections/front-page").statusCode() == 200);

        given().get("/v1/collections/front-page").then().body("items.slug[0]",
                equalTo("buergerentscheid-61-prozent-fuer-die-markthalle")).body("items", hasSize(5));
    }

    @Test
    void theNewsroomIsImportedOnce() {
        var again = Arc.container().instance(SampleNewsroomLoader.class).get().loadIfEmpty();

        assertThat(again).isEmpty();
    }

    @Test
    void everyLinkOnTheEntryPageWorks() {
        var links = entryPage().select("a[href]").eachAttr("href");

        for (var link : links) {
            if (link.startsWith("#")) {
                assertThat(entryPage().select(link)).as(link).hasSize(1);
            } else {
                given().urlEncodingEnabled(false).get(link).then().statusCode(200);
            }
        }
        assertThat(links).hasSizeGreaterThan(40);
    }

    @Test
    void everyCommandWorks() {
        var line = "{\"headline\": \"Neue Bänke am Fluss\", \"category\": \"wochenmarkt\", \"publishedAt\": \"2026-10-28\"}\n";
        var lines = entryPage().select("pre.curl").eachText();

        for (var command : entryPage().select("pre.curl code").stream().map(code -> code.wholeText()).toList()) {
            var response = new CurlCommand(command, Map.of("DEPESCHE_KEY", Callers.ADMIN_KEY))
                    .run(Map.of("articles.ndjson", line.getBytes(UTF_8)));
            assertThat(response.statusCode()).as(command + "\n" + response.asString()).isBetween(200, 202);
        }
        assertThat(lines).hasSizeGreaterThan(9);
    }

    @Test
    void theCommandsOfTheReadmeAndTheChaptersWork() throws IOException {
        var lines = new ArrayList<>(readingLines(Path.of("README.md")));
        try (var chapters = Files.list(Path.of("src/main/docs"))) {
            chapters.sorted().forEach(chapter -> lines.addAll(readingLines(chapter)));
        }

        for (var line : lines) {
            var here = line.replace("http://localhost:8080", RestAssured.baseURI + ":" + RestAssured.port);
            new CurlCommand(here, Map.of()).run(Map.of()).then().statusCode(200).body(not(containsString("\"items\":[]")));
        }
        assertThat(lines).hasSizeGreaterThan(8);
    }

    /** The commands of a file that read something, as they stand. */
    private static List<String> readingLines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> line.startsWith("curl 'http")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int total() {
        return given().get("/v1/articles?translations=all&total=true&limit=1&view=card").then().statusCode(200).extract()
                .path("page.total");
    }

    private static Document entryPage() {
        return Jsoup.parse(given().get("/docs").then().statusCode(200).extract().asString());
    }
}
