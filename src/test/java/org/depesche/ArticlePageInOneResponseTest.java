package org.depesche;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SharedMaterial;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;

/**
 * The reason the service exists: a newsroom's whole article page, list of further reports included, out of one answer. The
 * category is `politik`, as the material names it; no other test publishes into it.
 */
@QuarkusTest
class ArticlePageInOneResponseTest {

    private static final String ADDRESS = "/v1/articles/erfolgreiches-zweites-treffen?include=related&relatedStrategy=latest";
    private static final String FURTHER = "Weitere Meldungen und Beiträge aus dem Bereich: ";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("'['dd.MM.yyyy'] '");

    private String page;
    private JsonNode article;

    @BeforeEach
    void thePageIsImported() throws JsonProcessingException {
        page = SharedMaterial.text("data/seed/page.txt");
        Newsroom.ensureCategory("politik", "Politik");
        assertThat(Newsroom.importArticles(SharedMaterial.text("data/seed/articles.ndjson")).rejections()).isEmpty();
        article = new ObjectMapper().readTree(get(ADDRESS).then().statusCode(200).extract().asString());
    }

    @Test
    void everyLineOfThePageStandsInOneAnswer() {
        var rebuilt = rebuilt();

        assertThat(page.lines().map(String::strip).filter(line -> !line.isEmpty())).hasSize(50)
                .allSatisfy(line -> assertThat(rebuilt).contains(line));
    }

    @Test
    void thePageSaysNothingThatWeHaveNot() {
        var lines = rebuilt().lines().filter(line -> !line.isBlank());

        assertThat(lines).allSatisfy(line -> assertThat(squeezed(page)).contains(squeezed(line)));
    }

    @Test
    void furtherReportsStandInThePagesOrder() {
        var titles = each(article.path("related")).map(ArticlePageInOneResponseTest::title).toList();
        var further = page.substring(page.indexOf(FURTHER)).lines().filter(titles::contains).toList();

        assertThat(titles).hasSize(15).isEqualTo(further);
        assertThat(each(article.path("related")).map(item -> item.path("reason").asText())).containsOnly("latest");
    }

    private String rebuilt() {
        var image = article.path("image");
        var head = List.of(text(article, "kicker") + text(article, "headline"), date(article) + text(article, "teaser"),
                text(image, "alt"), text(image, "caption"), "(Bildquelle: " + text(image, "credit") + ")");
        var body = each(article.path("body")).map(block -> Jsoup.parseBodyFragment(text(block, "html")).wholeText());
        var further = each(article.path("related")).flatMap(ArticlePageInOneResponseTest::report);
        var foot = Stream.concat(Stream.of(FURTHER + text(article.path("category"), "name")), further);
        return Stream.of(head.stream(), body, foot).flatMap(lines -> lines).collect(Collectors.joining("\n\n"));
    }

    private static Stream<String> report(JsonNode item) {
        var alt = item.has("image") ? Stream.of(text(item.path("image"), "alt")) : Stream.<String> empty();
        return Stream.concat(alt, Stream.of(title(item), date(item) + text(item, "teaser") + " mehr..."));
    }

    private static String title(JsonNode item) {
        return text(item, "kicker") + ": " + text(item, "headline");
    }

    private static String date(JsonNode item) {
        return DATE.format(OffsetDateTime.parse(text(item, "publishedAt")));
    }

    private static String text(JsonNode node, String member) {
        assertThat(node.path(member).isTextual()).as(member + " of " + node).isTrue();
        return node.path(member).textValue();
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
