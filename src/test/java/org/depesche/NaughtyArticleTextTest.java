package org.depesche;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.depesche.ParallelRequests.TestRequest;
import org.depesche.kernel.PlainText;
import org.depesche.kernel.XmlCharacters;
import org.depesche.testkit.HostileStrings;
import org.depesche.testkit.Newsroom;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

/** Strings that broke others, as texts of articles: what is public is what XML can carry of them, and HTML is clean. */
@QuarkusTest
class NaughtyArticleTextTest {

    private static final String DESK = "/v1/editorial/articles";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final Set<String> ELEMENTS = Set.of("a", "em", "strong", "code", "sub", "sup", "br", "mark", "q", "span");
    private static final Set<String> ATTRIBUTES = Set.of("href", "hreflang", "rel", "title", "lang");

    private List<String> strings;

    @BeforeEach
    void theyHaveACategory() {
        strings = HostileStrings.naughtyStrings();
        Newsroom.ensureCategory("sonderzeichen", "Sonderzeichen");
    }

    @Test
    void importedTextIsReturnedUnchanged() {
        var records = IntStream.range(0, strings.size())
                .mapToObj(
                        n -> record("wort-" + n, Map.of("headline", headline(strings.get(n)), "teaser", strings.get(n), "body",
                                List.of(Map.of("type", "paragraph", "html", escaped(strings.get(n)))))));

        var rejected = Newsroom.importArticles(String.join("\n", records.toList())).rejections().size();

        var readable = IntStream.range(0, strings.size()).filter(n -> !isBlank(kept(strings.get(n)))).boxed().toList();
        assertThat(rejected).isEqualTo(strings.size() - readable.size()).isLessThan(5);
        assertThat(ParallelRequests.mapInParallel(readable, n -> difference(article("wort-" + n), strings.get(n))))
                .containsOnly("");
    }

    @Test
    void editedTextIsReturnedUnchanged() {
        var some = IntStream.range(0, strings.size()).filter(n -> n % 5 == 0 && !isBlank(kept(strings.get(n)))).boxed()
                .toList();

        assertThat(
                ParallelRequests.mapInParallel(some, n -> difference(article(publishArticle(strings.get(n))), strings.get(n))))
                .hasSizeGreaterThan(90)
                .containsOnly("");
    }

    @Test
    void importedHtmlIsSanitized() {
        var numbers = IntStream.range(0, strings.size()).filter(n -> !isBlank(kept(strings.get(n)))).boxed().toList();
        var records = numbers.stream()
                .map(n -> record("html-" + n, Map.of("headline", "Sonderzeichen " + n, "body", strings.get(n))));

        assertThat(Newsroom.importArticles(String.join("\n", records.toList())).rejections()).isEmpty();

        var hostile = ParallelRequests.mapInParallel(numbers,
                n -> article("html-" + n).path("body").findValuesAsText("html").stream()
                        .filter(html -> !isClean(html)).toList());
        assertThat(hostile.stream().flatMap(List::stream)).isEmpty();
    }

    private static String record(String slug, Map<String, Object> members) {
        var all = new HashMap<>(members);
        all.putAll(Map.of("slug", slug, "category", "sonderzeichen", "publishedAt", "2020-02-02"));
        return ParallelRequests.JSON.valueToTree(all).toString();
    }

    /** Gives the id. */
    private static String publishArticle(String text) {
        var draft = Map.of("headline", headline(text), "teaser", text, "category", "sonderzeichen", "body",
                List.of(Map.of("type", "paragraph", "html", escaped(text))));
        var made = new TestRequest("POST", DESK, JSON,
                ParallelRequests.JSON.valueToTree(draft).toString().getBytes(StandardCharsets.UTF_8))
                .send();
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var id = ParallelRequests.json(made.body()).path("id").asText();
        var version = Map.of("If-Match", made.headers().firstValue("ETag").orElseThrow());
        var published = new TestRequest("POST", DESK + "/" + id + "/publish", version, new byte[0]).send();
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        return id;
    }

    /** A headline needs a visible character. */
    private static String headline(String text) {
        return PlainText.isInvisible(text) ? "Sichtbar" : text;
    }

    private static String kept(String text) {
        return XmlCharacters.withoutForbidden(text);
    }

    private static JsonNode article(String ref) {
        return ParallelRequests.json(TestRequest.get("/v1/articles/" + ref).send().body());
    }

    /** Whether the article says that text; white space around a paragraph says nothing. Empty, if all is well. */
    private static String difference(JsonNode article, String text) {
        var paragraph = Jsoup.parseBodyFragment(article.at("/body/0/html").asText()).body().wholeText();
        var expected = kept(text);
        var returned = List.of(article.path("headline").asText(), article.path("teaser").asText(), paragraph.strip());
        var said = List.of(headline(expected), expected, expected.strip());
        return returned.equals(said) ? "" : returned + " was " + said;
    }

    private static boolean isClean(String html) {
        return Jsoup.parseBodyFragment(html).body().select("*").stream().skip(1).allMatch(NaughtyArticleTextTest::isHarmless);
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
}
