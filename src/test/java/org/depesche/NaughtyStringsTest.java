package org.depesche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.depesche.Barrage.Shot;
import org.depesche.PublishedApi.Operation;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SharedMaterial;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

/** Strings that broke others: as whatever a caller can say, never a 5xx; as an article's text, told as they came. */
@QuarkusTest
class NaughtyStringsTest {

    /** Each parameter meets every third string, beginning elsewhere each time; some meet all. */
    private static final int STRIDE = 3;
    private static final Set<String> ELEMENTS = Set.of("a", "em", "strong", "code", "sub", "sup", "br", "mark", "q", "span");
    private static final Set<String> ATTRIBUTES = Set.of("href", "hreflang", "rel", "title", "lang");

    private List<String> strings;

    @BeforeEach
    void theStringsAreRead() throws JsonProcessingException {
        strings = List.of(Barrage.JSON.readValue(SharedMaterial.text("data/security/blns.json"), String[].class));
    }

    @Test
    void asTheValueOfEveryParameter() {
        var api = PublishedApi.read();
        var shots = new ArrayList<Shot>();
        var start = 0;
        for (var operation : api.operations("get")) {
            for (var name : operation.queryNames()) {
                some(strings, start++).map(encoded -> query(api, operation, name, encoded)).forEach(shots::add);
            }
        }
        // understood everywhere, so no operation lists it
        strings.stream().map(text -> Shot.get("/v1/sites?minSequence=" + encoded(text))).forEach(shots::add);

        assertThat(shots).hasSizeGreaterThan(5_000);
        assertThat(Barrage.complaints(shots, Barrage::breach)).isEmpty();
    }

    @Test
    void inThePlaceThatEveryAddressLeaves() {
        var shots = PublishedApi.read().operations("get").stream().filter(Operation::hasPlace)
                .flatMap(operation -> strings.stream().map(NaughtyStringsTest::encoded)
                        .map(place -> Shot.get(PublishedApi.addressed(operation.path(), place))))
                .toList();

        assertThat(shots).hasSizeGreaterThan(3_000);
        assertThat(Barrage.complaints(shots, Barrage::breach)).isEmpty();
    }

    @Test
    void fuzzAsFiltersAndAddresses() throws IOException {
        var targets = List.of("/v1/articles?category=", "/v1/articles?cursor=", "/v1/articles?from=", "/v1/articles?ids=",
                "/v1/articles?fields=", "/v1/tags?q=", "/v1/images?q=", "/v1/resolve?url=", "/v1/articles/");
        var shots = fuzz().stream().map(NaughtyStringsTest::encoded)
                .flatMap(line -> targets.stream().map(target -> Shot.get(target + line))).toList();

        assertThat(Barrage.complaints(shots, Barrage::breach)).isEmpty();
    }

    @Test
    void asHeaders() {
        var article = PublishedApi.read().article();
        var reading = Stream.of("If-None-Match", "If-Modified-Since", "Accept", "Accept-Encoding", "Accept-Language", "Origin")
                .flatMap(name -> headers(name).map(header -> new Shot("GET", article, header, new byte[0])));
        var writing = headers("Idempotency-Key").map(header -> posted("POST", "/v1/editorial/categories", header));
        var changing = headers("If-Match").map(header -> posted("PATCH", "/v1/editorial/categories/ankerplatz", header));
        var shots = Stream.of(reading, writing, changing).flatMap(some -> some).toList();

        assertThat(Barrage.complaints(shots, Barrage::breach)).isEmpty();
    }

    @Test
    void asWordsTheyComeBackAsTheyWentIn() {
        Newsroom.category("sonderzeichen", "Sonderzeichen");
        var records = IntStream.range(0, strings.size())
                .mapToObj(n -> record("wort-" + n, Map.of("headline", strings.get(n), "teaser", strings.get(n), "body",
                        List.of(Map.of("type", "paragraph", "html", escaped(strings.get(n)))))));

        var rejected = Newsroom.imported(String.join("\n", records.toList())).rejections().size();

        var readable = IntStream.range(0, strings.size()).filter(n -> !isBlank(strings.get(n))).boxed().toList();
        assertThat(rejected).isEqualTo(strings.size() - readable.size()).isLessThan(5);
        assertThat(Barrage.each(readable, n -> changed(article("wort-" + n), strings.get(n)))).containsOnly("");
    }

    @Test
    void asHtmlTheyComeBackClean() {
        Newsroom.category("sonderzeichen", "Sonderzeichen");
        var numbers = IntStream.range(0, strings.size()).filter(n -> !isBlank(strings.get(n))).boxed().toList();
        var records = numbers.stream()
                .map(n -> record("html-" + n, Map.of("headline", "Sonderzeichen " + n, "body", strings.get(n))));

        assertThat(Newsroom.imported(String.join("\n", records.toList())).rejections()).isEmpty();

        var hostile = Barrage.each(numbers, n -> article("html-" + n).path("body").findValuesAsText("html").stream()
                .filter(html -> !isClean(html)).toList());
        assertThat(hostile.stream().flatMap(List::stream)).isEmpty();
    }

    private static Shot query(PublishedApi api, Operation operation, String name, String encoded) {
        return Shot.get(api.address(operation) + "?" + name + "=" + encoded);
    }

    private static Shot posted(String method, String path, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        return new Shot(method, path, all, "{\"position\": \"none\"}".getBytes(StandardCharsets.UTF_8));
    }

    /** As much of each string as a client can put into a header at all. */
    private Stream<Map<String, String>> headers(String name) {
        return strings.stream().map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                .replaceAll("[\\x00-\\x1f\\x7f]", "").strip()).map(value -> Map.of(name, value));
    }

    private static Stream<String> some(List<String> strings, int start) {
        return IntStream.range(0, strings.size()).filter(n -> (n + start) % STRIDE == 0).mapToObj(strings::get)
                .map(NaughtyStringsTest::encoded);
    }

    private static List<String> fuzz() throws IOException {
        var lines = new ArrayList<String>();
        try (var files = Files.list(SharedMaterial.file("data/security/fuzzdb"))) {
            for (var file : files.sorted().toList()) {
                lines.addAll(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList());
            }
        }
        return lines;
    }

    private static String record(String slug, Map<String, Object> members) {
        var all = new HashMap<>(members);
        all.putAll(Map.of("slug", slug, "category", "sonderzeichen", "publishedAt", "2020-02-02"));
        return Barrage.JSON.valueToTree(all).toString();
    }

    private static JsonNode article(String slug) {
        return Barrage.json(Shot.get("/v1/articles/" + slug).sent().body());
    }

    /** What of the article is not that text; nothing, if all is well. */
    private static String changed(JsonNode article, String text) {
        var paragraph = Jsoup.parseBodyFragment(article.at("/body/0/html").asText()).body().wholeText();
        return Stream.of(article.path("headline").asText(), article.path("teaser").asText(), paragraph)
                .filter(told -> !told.equals(text) && !(told == paragraph && told.strip().equals(text.strip())))
                .map(told -> "»" + told + "« was »" + text + "«").findFirst().orElse("");
    }

    private static boolean isClean(String html) {
        return Jsoup.parseBodyFragment(html).body().select("*").stream().skip(1).allMatch(NaughtyStringsTest::isHarmless);
    }

    private static boolean isHarmless(Element element) {
        return ELEMENTS.contains(element.tagName())
                && element.attributes().asList().stream().allMatch(one -> ATTRIBUTES.contains(one.getKey()))
                && element.attr("href").matches("((https?|mailto):.*)?");
    }

    private static boolean isBlank(String text) {
        return text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
