package org.depesche.delivery.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.depesche.testkit.LoggedChanges;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.RawHttp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ExportResourceTest {

    private static final int ARTICLES = 230;
    private static final String PREFIX = "ausgabe-" + UUID.randomUUID() + "-";

    private static boolean isFilled;

    @BeforeEach
    void moreArticlesThanTwoPages() {
        if (isFilled) {
            return;
        }
        isFilled = true;
        Newsroom.ensureCategory("ausgabe", "Ausgabe");
        Newsroom.importArticles(IntStream.range(0, ARTICLES).mapToObj(number -> """
                {"slug": "%s%d", "headline": "Ausfuhr %d ü\\u2028 😀", "category": "ausgabe", "publishedAt": "2021-03-01",
                 "tags": ["Ausfuhr %d"], "authors": ["Ada Ausfuhr"], "body": "<p>Text %d</p>",
                 "image": {"alt": "Ein Bild %d", "credit": "Depesche"}}
                """.formatted(PREFIX, number, number, number % 7, number, number).replace("\n", "")).reduce("",
                (all, line) -> all
                        + line + "\n"));
    }

    @Test
    void everyLineIsTheArticleAsTheApiHasIt() throws IOException {
        var before = LoggedChanges.end();
        var export = RawHttp.get("/v1/export?view=full");

        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        assertThat(export.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(sequence(export)).isBetween(before, LoggedChanges.end());
        var lines = lines(export.body());
        assertThat(lines).hasSizeGreaterThanOrEqualTo(ARTICLES);
        assertThat(ids(lines)).isSorted().doesNotHaveDuplicates();
        for (var line : lines.subList(0, 40)) {
            assertThat(line).isEqualTo(RawHttp.text(RawHttp.get("/v1/articles/" + json(line).path("id").asText())));
        }
    }

    @Test
    void anExportThatBrokeOffGoesOnAfterItsLastLine() {
        var answers = inOneState(() -> {
            var all = RawHttp.get("/v1/export");
            return List.of(all, RawHttp.get("/v1/export?after=" + json(lines(all.body()).get(101)).path("id").asText()));
        });
        var all = lines(answers.get(0).body());

        assertThat(lines(answers.get(1).body())).isEqualTo(all.subList(102, all.size()));
        assertThat(lines(RawHttp.get("/v1/export?after=ffffffff-ffff-7fff-bfff-ffffffffffff").body())).isEmpty();
    }

    @Test
    void cacheTagsAreThoseOfTheArticlesOwnResponse() {
        var line = json(lines(RawHttp.get("/v1/export?include=cacheTags").body()).stream()
                .filter(text -> text.contains(PREFIX + "3\"")).findFirst().orElseThrow());

        var tags = new ArrayList<String>();
        line.path("cacheTags").forEach(tag -> tags.add(tag.asText()));
        assertThat(tags).containsExactlyInAnyOrder(
                given().get("/v1/articles/" + PREFIX + "3").header("Surrogate-Key").split(" "));
    }

    @Test
    void viewAndSiteAreThoseOfTheApi() {
        var card = lines(RawHttp.get("/v1/export?view=card").body()).get(0);
        assertThat(card)
                .isEqualTo(RawHttp.text(RawHttp.get("/v1/articles/" + json(card).path("id").asText() + "?view=card")));

        var wrong = json(RawHttp.text(RawHttp.get("/v1/export?view=all&site=x&after=1&include=body&limit=3")));
        assertThat(wrong.path("errors").findValuesAsText("parameter")).containsExactlyInAnyOrder("view", "site", "after",
                "include", "limit");
        assertThat(RawHttp.get("/v1/export?view=card&include=cacheTags").statusCode()).isEqualTo(400);
    }

    @Test
    void anExportIsCompressedWhereTheClientAcceptsIt() throws IOException {
        var answers = inOneState(() -> List.of(RawHttp.get("/v1/export", "Accept-Encoding", "gzip, br"),
                RawHttp.get("/v1/export")));
        var packed = answers.get(0);

        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        var text = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
        assertThat(text).isEqualTo(answers.get(1).body());
    }

    @Test
    void headHasNoBodyAndOtherMethodsAreNotAllowed() {
        var before = LoggedChanges.end();
        var sequence = given().head("/v1/export").then().statusCode(200).extract().header("Depesche-Sequence");
        assertThat(Long.parseLong(sequence)).isBetween(before, LoggedChanges.end());
        given().delete("/v1/export").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
    }

    /** Two exports between which no other test changed anything. */
    private static List<HttpResponse<byte[]>> inOneState(Supplier<List<HttpResponse<byte[]>>> exports) {
        List<HttpResponse<byte[]>> both;
        do {
            both = exports.get();
        } while (sequence(both.get(0)) != sequence(both.get(1)));
        return both;
    }

    private static long sequence(HttpResponse<?> export) {
        return Long.parseLong(export.headers().firstValue("Depesche-Sequence").orElseThrow());
    }

    private static List<String> lines(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        assertThat(text.isEmpty() || text.endsWith("\n")).isTrue();
        return text.isEmpty() ? List.of() : List.of(text.split("\n"));
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream().map(line -> json(line).path("id").asText()).toList();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
