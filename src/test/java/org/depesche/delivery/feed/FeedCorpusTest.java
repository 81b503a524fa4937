package org.depesche.delivery.feed;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.depesche.delivery.feed.format.FeedValidatorRules;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SharedMaterial;
import org.depesche.testkit.UniqueNames;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;

import io.quarkus.test.junit.QuarkusTest;

/** Real German articles in every format: valid without a warning, and read back with every field by other parsers. */
@QuarkusTest
class FeedCorpusTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OffsetDateTime NEWEST = OffsetDateTime.parse("2021-06-01T00:00:00+02:00");
    private static final List<String> CORPORA = List.of("wikinews-de-train", "10kgnad-test-part1");

    private final String category = UniqueNames.of("korpus");

    /** One of so many texts of each corpus is published. */
    int stride() {
        return 20;
    }

    @Test
    void everyFormatOfEveryTextIsValidAndWhole() throws Exception {
        var texts = texts();
        Newsroom.ensureCategory(category, "Korpus & <Texte>");
        var lines = IntStream.range(0, texts.size()).mapToObj(n -> article(texts.get(n), n)).toList();
        var run = Newsroom.importArticles(lines.stream().map(JsonNode::toString).collect(joining("\n")));
        assertThat(run.rejections()).isEmpty();

        var items = jsonItems();
        assertThat(items.keySet()).hasSize(lines.size());
        lines.forEach(line -> assertIsWhole(line, items.get(line.path("headline").asText())));
        assertThat(entries("rss", items)).isEqualTo(lines.size());
        assertThat(entries("atom", items)).isEqualTo(lines.size());
        assertThat(ninjs()).isEqualTo(lines.size());
        jsonLd(items);
    }

    /** By headline, of all documents of the feed. */
    private Map<String, JsonNode> jsonItems() throws IOException {
        var schema = schema(resource("jsonfeed-1.1"));
        var items = new LinkedHashMap<String, JsonNode>();
        for (var next = "/feeds/categories/" + category + ".json"; !next.isEmpty();) {
            var page = JSON.readTree(get(next));
            assertThat(schema.validate(page)).isEmpty();
            page.path("items").forEach(item -> items.put(item.path("title").asText(), item));
            next = page.path("next_url").asText();
        }
        return items;
    }

    private static void assertIsWhole(JsonNode line, JsonNode item) {
        assertThat(item).as(line.path("headline").asText()).isNotNull();
        assertThat(item.path("summary").asText()).isEqualTo(line.path("teaser").asText());
        var body = Jsoup.parseBodyFragment(item.path("content_html").asText()).select("p").eachText();
        var given = new ArrayList<String>();
        line.path("body").forEach(block -> given.add(Jsoup.parseBodyFragment(block.path("html").asText()).text()));
        assertThat(body).isEqualTo(given);
        assertThat(OffsetDateTime.parse(item.path("date_published").asText()).toInstant())
                .isEqualTo(OffsetDateTime.parse(line.path("publishedAt").asText()).toInstant());
    }

    /** Compares what Rome reads with the JSON Feed, and counts the entries of all documents. */
    private int entries(String format, Map<String, JsonNode> items) throws Exception {
        var count = 0;
        for (var next = "/feeds/categories/" + category + "." + format; !next.isEmpty();) {
            var bytes = get(next);
            FeedValidatorRules.assertKept(bytes);
            var input = new SyndFeedInput();
            input.setXmlHealerOn(false); // it rewrites references, also those of HTML
            var feed = input.build(new XmlReader(new ByteArrayInputStream(bytes), true, "UTF-8"));
            assertThat(feed.getLanguage() == null ? "de" : feed.getLanguage()).startsWith("de");
            feed.getEntries().forEach(entry -> assertIsSame(entry, items.get(entry.getTitle()), format));
            count += feed.getEntries().size();
            next = older(bytes);
        }
        return count;
    }

    private static void assertIsSame(SyndEntry entry, JsonNode item, String format) {
        assertThat(item).as(entry.getTitle()).isNotNull();
        assertThat(entry.getUri()).isEqualTo(item.path("id").asText());
        assertThat(entry.getLink()).isEqualTo(item.path("url").asText());
        assertThat(entry.getPublishedDate().toInstant())
                .isEqualTo(OffsetDateTime.parse(item.path("date_published").asText()).toInstant());
        var summary = entry.getDescription().getValue();
        assertThat(format.equals("rss") ? Jsoup.parseBodyFragment(summary).wholeText() : summary)
                .isEqualTo(item.path("summary").asText());
        assertThat(entry.getContents().get(0).getValue()).isEqualTo(item.path("content_html").asText());
        var authors = format.equals("rss") ? ((DCModule) entry.getModule(DCModule.URI)).getCreators()
                : entry.getAuthors().stream().map(SyndPerson::getName).toList();
        assertThat(authors).isEqualTo(names(item.path("authors")));
        assertThat(entry.getCategories()).extracting(topic -> label(topic))
                .containsExactlyElementsOf(words(item.path("tags")));
        var media = (MediaEntryModule) entry.getModule(MediaEntryModule.URI);
        assertThat(media.getMetadata().getThumbnail()[0].getUrl().toString()).isEqualTo(item.path("image").asText());
    }

    private static String label(SyndCategory topic) {
        return topic.getLabel() == null ? topic.getName() : topic.getLabel();
    }

    private static String older(byte[] bytes) throws Exception {
        var document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes));
        for (var name : List.of("atom:link", "link")) {
            var links = document.getElementsByTagName(name);
            for (var i = 0; i < links.getLength(); i++) {
                var link = (Element) links.item(i);
                if (link.getAttribute("rel").equals("prev-archive")) {
                    return link.getAttribute("href");
                }
            }
        }
        return "";
    }

    private int ninjs() throws IOException {
        var schema = schema(SharedMaterial.text("data/schemas/ninjs/ninjs-schema_3.1.json"));
        var count = 0;
        for (var next = "/feeds/articles.ninjs.json?category=" + category; !next.isEmpty();) {
            var response = given().urlEncodingEnabled(false).get(local(next)).then().statusCode(200).extract();
            var page = JSON.readTree(response.asByteArray());
            assertThat(schema.validate(page)).isEmpty();
            count += page.path("associations").size();
            next = Stream.of(response.header("Link").split(", (?=<)")).filter(link -> link.contains("rel=\"prev-archive\""))
                    .map(link -> link.substring(1, link.indexOf('>'))).findFirst().orElse("");
        }
        return count;
    }

    private void jsonLd(Map<String, JsonNode> items) throws IOException {
        var schema = schema(resource("news-article"));
        for (var item : items.values()) {
            var slug = item.path("url").asText().replaceFirst(".*/", "");
            var text = new String(get("/feeds/articles/" + slug + ".jsonld"), StandardCharsets.UTF_8);
            assertThat(text).doesNotContain("</");
            var json = JSON.readTree(text);
            assertThat(schema.validate(json)).as(text).isEmpty();
            assertThat(json.path("headline").asText()).isEqualTo(item.path("title").asText());
            assertThat(json.path("description").asText()).isEqualTo(item.path("summary").asText());
        }
    }

    private static String resource(String name) throws IOException {
        try (var in = FeedCorpusTest.class.getResourceAsStream("/feed/" + name + ".schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonSchema schema(String text) {
        var withoutNetwork = Map.of("https://geojson.org/schema/GeoJSON.json", "false");
        return JsonSchemaFactory
                .getInstance(VersionFlag.V202012, builder -> builder.schemaLoaders(loaders -> loaders.schemas(withoutNetwork)))
                .getSchema(text, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    private static byte[] get(String address) {
        return given().urlEncodingEnabled(false).get(local(address)).then().statusCode(200).extract().asByteArray();
    }

    private static String local(String address) {
        return address.replaceFirst("^https?://[^/]+", "");
    }

    private List<String> texts() {
        return CORPORA.stream().flatMap(corpus -> {
            var lines = SharedMaterial.text("data/articles/" + corpus + ".ndjson.gz").lines().filter(line -> !line.isBlank())
                    .toList();
            return IntStream.range(0, lines.size()).filter(n -> n % stride() == 0).mapToObj(lines::get);
        }).toList();
    }

    /** Everything that the text has, with a headline that no other one has, an hour after the other. */
    private JsonNode article(String record, int number) {
        var text = read(record).path("text").asText();
        var title = read(record).path("title").asText(text.length() > 100 ? text.substring(0, 100) : text);
        var paragraphs = Arrays.stream(text.split("\\n\\n")).filter(paragraph -> !paragraph.isBlank()).toList();
        var line = JSON.createObjectNode().put("headline", plain(title) + " · " + number).put("category", category)
                .put("teaser", plain(paragraphs.get(0))).put("publishedAt", NEWEST.minusHours(number).toString());
        line.putArray("authors").add("wort-" + number % 7);
        line.putArray("tags").add("rubrik-" + number % 5);
        line.putObject("image").put("src", "https://media.example.org/%s.jpg".formatted(number)).put("alt", "Bild " + number)
                .put("credit", "Foto & Söhne").put("width", 1280).put("height", 853);
        var body = line.putArray("body");
        Consumer<String> add = paragraph -> body.addObject().put("type", "paragraph").put("html",
                paragraph.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        paragraphs.forEach(add);
        return line;
    }

    private static String plain(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= 300 ? line : line.substring(0, 299).strip() + "…";
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(JsonNode persons) {
        return persons.findValuesAsText("name");
    }

    private static List<String> words(JsonNode array) {
        var words = new ArrayList<String>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }
}
