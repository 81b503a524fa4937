package org.depesche;

import static io.restassured.RestAssured.get;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SharedMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/**
 * Real German articles by the hundred. Neither corpus says what a newsroom would, so the loader makes it: a text's first
 * sentence, cut at a word, is the headline where there is no title; its first paragraph, cut as well, the teaser; what
 * has no date gets one, an hour after the other.
 */
@QuarkusTest
class CorpusTest {

    private static final int HEADLINE = 120;
    private static final int TEASER = 400;
    /** The page of Wikinews whose date is in the year one. */
    private static final String YEAR_ONE = "75280";
    private static final Pattern SENTENCE = Pattern.compile("(?s)^.{20,}?[.!?](?=\\s|$)");
    private static final OffsetDateTime START = OffsetDateTime.parse("2021-06-01T00:00:00+02:00");

    /** One of so many texts of each corpus is imported. */
    int stride() {
        return 5;
    }

    /** How many articles are in the lists that are read while others publish. */
    int numberedArticles() {
        return 300;
    }

    @Test
    void wikinewsLoadsButForTheOneRecordFromTheYearOne() {
        Newsroom.ensureCategory("wikinews", "Wikinews");
        var run = Newsroom.importArticles(wikinews());

        assertThat(run.count("read")).isEqualTo(wikinewsCount());
        assertThat(run.rejections()).singleElement().satisfies(one -> assertThat(one.toString()).contains(YEAR_ONE)
                .contains("publishedAt").contains("1900"));
        assertThat(slugs("/v1/articles?limit=100&fields=slug&category=wikinews")).hasSize(wikinewsCount() - 1)
                .doesNotHaveDuplicates();
    }

    @Test
    void tenThousandGermanNewsArticlesLoadWhole() {
        Newsroom.ensureCategory("gnad", "10kGNAD");
        var run = Newsroom.importArticles(gnad());

        assertThat(run.rejections()).isEmpty();
        assertThat(run.count("read")).isEqualTo(720 / stride());
        assertThat(slugs("/v1/articles?limit=100&fields=slug&category=gnad")).hasSize(720 / stride()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = { "-publishedAt", "publishedAt" })
    void pagesLoseAndRepeatNothingWhileOthersPublish(String sort) {
        var category = "blaettern-" + UUID.randomUUID();
        Newsroom.ensureCategory(category, "Blättern");
        Newsroom.importArticles(numbered(category, "alt", 0, numberedArticles()));
        var old = IntStream.range(0, numberedArticles())
                .map(n -> sort.startsWith("-") ? numberedArticles() - 1 - n : n)
                .mapToObj(n -> category + "-alt-" + n).toList();
        var done = new AtomicBoolean();
        var others = CompletableFuture.supplyAsync(() -> importUntilDone(category, done));

        var seen = slugs("/v1/articles?limit=20&view=card&category=" + category + "&sort=" + sort);
        done.set(true);

        assertThat(others.join()).isGreaterThan(1);
        assertThat(seen).doesNotHaveDuplicates().containsAll(old);
        assertThat(seen.stream().filter(old::contains)).containsExactlyElementsOf(old);
    }

    /** Imports until it is stopped: before, among and after what is being read. */
    private int importUntilDone(String category, AtomicBoolean done) {
        var imports = 0;
        while (!done.get() || imports < 2) {
            Newsroom.importArticles(numbered(category, "neu", imports * 10, imports * 10 + 10));
            imports++;
        }
        return imports;
    }

    /** As the wire has them, page after page. */
    private static List<String> slugs(String first) {
        var slugs = new ArrayList<String>();
        for (var next = first; next != null;) {
            var page = RestAssured.given().urlEncodingEnabled(false).get(next).then().statusCode(200).extract().jsonPath();
            assertThat(page.<String> getList("items.slug")).isNotEmpty();
            slugs.addAll(page.getList("items.slug"));
            next = page.getString("page.next");
        }
        return slugs;
    }

    /** A minute after the other; those that come later fall between them. */
    private String numbered(String category, String kind, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(n -> line(Map.of("slug", category + "-" + kind + "-" + n, "category", category,
                        "headline", "Nummer " + n, "publishedAt", time(kind, n).toString())))
                .collect(joining("\n"));
    }

    private OffsetDateTime time(String kind, int n) {
        return kind.equals("alt") ? START.plusMinutes(n) : START.plusMinutes(n * 97 % numberedArticles()).plusSeconds(30);
    }

    private String wikinews() {
        return wikinewsRecords().map(record -> {
            var text = record.path("text").asText();
            return line(Map.of("origin", Map.of("system", "wikinews", "id", record.path("pageId").asText()), "category",
                    "wikinews",
                    "headline", record.path("title").asText(), "teaser", truncate(text.split("\\n\\n")[0], TEASER),
                    "publishedAt",
                    record.path("date").asText(), "body", paragraphs(text)));
        }).collect(joining("\n"));
    }

    private String gnad() {
        var records = records("data/articles/10kgnad-test-part1.ndjson.gz").toList();
        return IntStream.range(0, records.size()).filter(n -> n % stride() == 0).mapToObj(n -> {
            var text = records.get(n).path("text").asText();
            var sentence = SENTENCE.matcher(text);
            return line(Map.of("origin", Map.of("system", "10kgnad", "id", "test-" + n), "category", "gnad", "tags",
                    List.of(records.get(n).path("category").asText()), "headline",
                    truncate(sentence.find() ? sentence.group() : text, HEADLINE), "teaser", truncate(text, TEASER),
                    "publishedAt",
                    "2016-%02d-%02dT%02d:00:00+01:00".formatted(1 + n / 24 / 28 % 12, 1 + n / 24 % 28, n % 24), "body",
                    paragraphs(text)));
        }).collect(joining("\n"));
    }

    private int wikinewsCount() {
        return 700 / stride() + (stride() == 1 ? 0 : 1);
    }

    /** A sample, and the record that dates from the year one. */
    private Stream<JsonNode> wikinewsRecords() {
        var records = records("data/articles/wikinews-de-train.ndjson.gz").toList();
        return IntStream.range(0, records.size())
                .filter(n -> n % stride() == 0 || records.get(n).path("pageId").asText().equals(YEAR_ONE))
                .mapToObj(records::get);
    }

    private static Stream<JsonNode> records(String name) {
        return SharedMaterial.text(name).lines().filter(line -> !line.isBlank()).map(ParallelRequests::json);
    }

    private static List<Map<String, String>> paragraphs(String text) {
        return Arrays.stream(text.split("\\n\\n")).filter(paragraph -> !paragraph.isBlank())
                .map(paragraph -> Map.of("type", "paragraph", "html", escaped(paragraph))).toList();
    }

    /** At most that long, ending with a whole word. */
    private static String truncate(String text, int max) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= max ? line : line.substring(0, Math.max(line.lastIndexOf(' ', max - 1), 1)) + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String line(Map<String, Object> members) {
        return ParallelRequests.JSON.valueToTree(new HashMap<>(members)).toString();
    }
}
