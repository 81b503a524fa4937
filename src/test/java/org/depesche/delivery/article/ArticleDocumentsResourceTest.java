package org.depesche.delivery.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SharedMaterial;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
class ArticleDocumentsResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARTICLES = "/v1/editorial/articles";

    private String category;

    @BeforeEach
    void makeCategory() {
        category = UniqueNames.of("ressort");
        Newsroom.ensureCategory(category, "Ressort");
    }

    @Test
    void jsonLdDescribesAnArticleAndCannotEndItsElement() throws Exception {
        var headline = "Ende </script> & \"Anfang\" <!-- <script>";
        var slug = publish(Map.of("headline", headline));

        var text = given().get("/feeds/articles/" + slug + ".jsonld").then().statusCode(200)
                .header("Content-Type", startsWith("application/ld+json")).extract().asString();

        assertThat(text).doesNotContain("<");
        var json = JSON.readTree(text);
        assertThat(json.path("@type").asText()).isEqualTo("NewsArticle");
        assertThat(json.path("headline").asText()).isEqualTo(headline);
        assertThat(json.path("isAccessibleForFree").asBoolean()).isTrue();
        assertThat(json.path("datePublished").asText()).matches("\\d{4}-.*[+-]\\d\\d:\\d\\d");
        assertThat(json.path("author").path(0).path("name").asText()).startsWith("autorin");
        assertThat(json.path("image").path(0).path("creditText").asText()).isEqualTo("Thomas Imo/photothek.de");
        assertThat(json.path("publisher").path("name").asText()).isNotBlank();
        assertThat(json.path("mainEntityOfPage").path("breadcrumb").path("itemListElement")).hasSize(2);
        assertThat(given().get("/v1/articles/" + slug + "?include=jsonLd").jsonPath().getString("jsonLd.'@type'"))
                .isEqualTo("NewsArticle");
    }

    @Test
    void jsonLdKnowsTheOtherPagesOfAnAuthor() throws Exception {
        var author = UniqueNames.of("autorin");
        var slug = publish(Map.of("headline", "Mit Profil", "authors", List.of(author)));
        var path = "/v1/editorial/authors/" + author;
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", Callers.as("admin").get(path).header("ETag"))
                .body(Map.of("role", "Redakteurin", "links", List.of("https://norden.social/@jule"))).patch(path).then()
                .statusCode(200);

        var person = JSON.readTree(given().get("/feeds/articles/" + slug + ".jsonld").asString()).path("author").path(0);

        assertThat(person.path("jobTitle").asText()).isEqualTo("Redakteurin");
        assertThat(person.path("sameAs").path(0).asText()).isEqualTo("https://norden.social/@jule");
    }

    @Test
    void markdownEscapesWhatWouldBeMarkup() {
        var slug = publish(Map.of("headline", "*Stern* und [Klammer]", "body",
                "<p>1 &lt; 2 und <em>kursiv</em> mit <a href=\"https://example.org/a_(b)\">Link</a></p><ul><li>eins</li></"
                        + "ul>"));

        var text = given().get("/feeds/articles/" + slug + ".md").then().statusCode(200)
                .header("Content-Type", "text/markdown;charset=utf-8").extract().asString();

        assertThat(text).startsWith("---\nid: ").contains("title: \"*Stern* und [Klammer]\"\n",
                "# \\*Stern\\* und \\[Klammer\\]", "1 \\< 2 und *kursiv* mit [Link](https://example.org/a_%28b%29)", "- eins");
        assertThat(given().header("Accept", "text/markdown").get("/feeds/articles/" + slug).asString()).isEqualTo(text);
        assertThat(given().get("/v1/articles/" + slug + "?include=bodyMarkdown").jsonPath().getString("bodyMarkdown"))
                .contains("*kursiv*");
    }

    /** A parser of YAML refuses control characters, which are text for JSON. */
    @Test
    void theFrontMatterOfMarkdownHasNoControlCharacters() {
        var slug = publish(Map.of("headline", "Vor\u007F\u0080\u009Fsicht"));

        var text = given().get("/feeds/articles/" + slug + ".md").then().statusCode(200).extract().asString();

        assertThat(text).contains("title: \"Vorsicht\"\n");
        assertThat(given().get("/v1/articles/" + slug).<String> path("headline")).contains("\u0080");
    }

    @Test
    void ninjsFitsTheOfficialSchema() throws Exception {
        var slug = publish(Map.of("headline", "Fürs Ressort"));
        publish(Map.of("headline", "Werbung", "advertising", Map.of("label", "Anzeige")));

        var item = JSON.readTree(given().get("/feeds/articles/" + slug + ".ninjs.json").then().statusCode(200).extract()
                .asString());
        var list = JSON.readTree(given().get("/feeds/articles.ninjs.json?category=" + category).then().statusCode(200).extract()
                .asString());

        assertFits(item);
        assertFits(list);
        assertThat(item.path("uri").asText()).startsWith("urn:uuid:");
        assertThat(item.path("headlines").path(0).path("value").asText()).isEqualTo("Fürs Ressort");
        assertThat(item.path("bodies")).hasSize(2);
        assertThat(item.path("associations").path(0).path("by").asText()).isEqualTo("Thomas Imo/photothek.de");
        assertThat(list.path("associations")).hasSize(2);
    }

    /** Who took a picture is often not who may sell it. */
    @Test
    void theHolderOfTheRightsIsNotTheCreator() throws Exception {
        var image = Callers.as("admin").contentType(ContentType.JSON).body(Map.of("src", "https://www.example.org/hafen.jpg",
                "width", 1200, "height", 800, "alt", "Hafen", "credit", "Thomas Imo/photothek.de", "rights",
                Map.of("creator", "Thomas Imo", "copyright", "© 2024 photothek.de", "syndication", "allowed")))
                .post("/v1/editorial/images").then().statusCode(201).extract().<String> path("id");
        var slug = publish(Map.of("headline", "Rechte", "image", Map.of("id", image), "rights",
                Map.of("copyright", "© 2024 Beispielverlag. Alle Rechte vorbehalten.", "syndication", "full")));

        var item = JSON.readTree(given().get("/feeds/articles/" + slug + ".ninjs.json").then().statusCode(200).extract()
                .asString());

        assertFits(item);
        assertThat(item.path("copyrightHolder").asText()).isEqualTo("Beispielverlag");
        var picture = item.path("associations").path(0);
        assertThat(picture.path("copyrightHolder").asText()).isEqualTo("photothek.de");
        assertThat(picture.path("copyrightNotice").asText()).isEqualTo("© 2024 photothek.de");
        assertThat(picture.path("by").asText()).isEqualTo("Thomas Imo/photothek.de");
        assertThat(picture.path("infoSources").toString()).isEqualTo("[{\"name\":\"Thomas Imo\",\"role\":\"creator\"}]");
    }

    /** An agency's client that has the article takes it back. */
    @Test
    void whatWasWithdrawnIsCanceledInTheList() throws Exception {
        publish(Map.of("headline", "Bleibt"));
        var slug = publish(Map.of("headline", "Irrtum"));
        var path = "/feeds/articles.ninjs.json?category=" + category;
        var uri = given().get("/feeds/articles/" + slug + ".ninjs.json").<String> path("uri");
        var before = given().get(path).header("ETag");
        Callers.as("admin").contentType(ContentType.JSON)
                .header("If-Match", Callers.as("admin").get(ARTICLES + "/" + slug).header("ETag"))
                .body(Map.of("reason", "Irrtum")).post(ARTICLES + "/" + slug + "/withdraw").then().statusCode(200);

        var answer = given().get(path).then().statusCode(200).extract();

        var list = JSON.readTree(answer.asString());
        assertFits(list);
        assertThat(answer.header("ETag")).isNotEqualTo(before);
        assertThat(list.path("associations")).extracting(item -> item.path("pubStatus").asText()).containsExactly("usable",
                "canceled");
        var canceled = list.at("/associations/1");
        assertThat(canceled.path("uri").asText()).isEqualTo(uri);
        assertThat(canceled.path("versionCreated").asText()).matches("\\d{4}-.*[+-]\\d\\d:\\d\\d");
        assertThat(canceled.toString()).doesNotContain("Irrtum");
    }

    @Test
    void advertisingIsLabelledInEveryFormat() throws Exception {
        var slug = publish(Map.of("headline", "Kauft", "advertising", Map.of("sponsor", Map.of("name", "Stadtwerke"))));
        var path = "/feeds/articles/" + slug;

        var jsonLd = JSON.readTree(given().get(path + ".jsonld").asString());
        var ninjs = JSON.readTree(given().get(path + ".ninjs.json").asString());

        assertThat(jsonLd.path("@type").asText()).isEqualTo("AdvertiserContentArticle");
        assertThat(jsonLd.path("headline").asText()).isEqualTo("Anzeige: Kauft");
        assertThat(jsonLd.at("/sponsor/name").asText()).isEqualTo("Stadtwerke");
        assertThat(ninjs.at("/headlines/0/value").asText()).isEqualTo("Anzeige: Kauft");
        assertThat(ninjs.path("edNote").asText()).isEqualTo("Anzeige: Stadtwerke");
        assertThat(given().get(path + ".md").asString()).contains("# Anzeige: Kauft");
        assertThat(given().queryParam("url", "/" + category + "/" + slug).get("/oembed").<String> path("title"))
                .isEqualTo("Anzeige: Kauft");
    }

    /** On a site with an address: without one there are no links. */
    @Test
    void aLinkToAdvertisingIsLabelled() {
        var site = UniqueNames.of("anzeigen");
        Callers.as("admin").contentType(ContentType.JSON)
                .body(Map.of("slug", site, "name", site, "language", "de", "url", "https://" + site + ".example.org"))
                .post("/v1/editorial/sites").then().statusCode(201);
        Callers.as("admin").contentType(ContentType.JSON).body(Map.of("slug", "alles", "name", "Alles"))
                .post("/v1/editorial/categories?site=" + site).then().statusCode(201);
        Newsroom.importArticles("?site=" + site, """
                {"slug":"%s","headline":"Kauft","category":"alles","advertising":{"sponsor":{"name":"Stadtwerke"}}}"""
                .formatted(site));
        Newsroom.importArticles("?site=" + site, """
                {"slug":"%s-2","headline":"Verweist","category":"alles","body":[{"type":"articleLink","article":"%s"}]}"""
                .formatted(site, site));

        for (var format : List.of("md", "ninjs.json")) {
            given().get("/feeds/articles/" + site + "-2." + format + "?site=" + site).then().statusCode(200)
                    .body(containsString("Anzeige: Kauft"));
        }
    }

    @Test
    void mediaTopicsAreSubjectsInEveryFormat() throws Exception {
        var tag = UniqueNames.of("wahl");
        var slug = publish(Map.of("headline", "Über Politik", "tags", List.of(tag)));
        var before = given().get("/feeds/articles/" + slug + ".ninjs.json").header("ETag");
        change("/v1/editorial/categories/" + category, "mediaTopic", "medtop:11000000");
        change("/v1/editorial/tags/" + tag, "mediaTopic", "medtop:20000593");

        var response = given().get("/feeds/articles/" + slug + ".ninjs.json").then().statusCode(200).extract();
        var ninjs = JSON.readTree(response.asString());
        var about = JSON.readTree(given().get("/feeds/articles/" + slug + ".jsonld").asString()).path("about");

        assertFits(ninjs);
        assertThat(response.header("ETag")).isNotEqualTo(before);
        assertThat(ninjs.path("subjects")).extracting(subject -> subject.path("uri").asText())
                .contains("http://cv.iptc.org/newscodes/mediatopic/11000000",
                        "http://cv.iptc.org/newscodes/mediatopic/20000593");
        assertThat(about).extracting(topic -> topic.path("termCode").asText()).containsExactly("medtop:11000000",
                "medtop:20000593");
        assertThat(given().get("/feeds/categories/" + category + ".rss").asString())
                .contains("<category domain=\"http://cv.iptc.org/newscodes/mediatopic/\">medtop:11000000</category>");
        assertThat(given().get("/feeds/categories/" + category + ".json").asString()).contains("medtop:20000593");
        assertThat(given().get("/v1/articles/" + slug).asString()).doesNotContain("medtop");
    }

    @Test
    void aMediaTopicHasTheFormOfTheVocabulary() {
        for (var path : List.of("categories", "tags")) {
            for (var code : List.of("medtop:1", "04000000", "medtop:0400000x",
                    "http://cv.iptc.org/newscodes/mediatopic/04000000")) {
                Callers.as("admin").contentType(ContentType.JSON)
                        .body(Map.of("name", UniqueNames.of("Name"), "mediaTopic", code)).post("/v1/editorial/" + path).then()
                        .statusCode(400).body("errors.pointer", equalTo(List.of("/mediaTopic")));
            }
        }
    }

    private static void change(String path, String member, String value) {
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", Callers.as("admin").get(path).header("ETag"))
                .body(Map.of(member, value)).patch(path).then().statusCode(200).body(member, equalTo(value));
    }

    @Test
    void aFormerSlugKeepsTheFormatAndAWithdrawnArticleIsGone() {
        var former = publish(Map.of("headline", UniqueNames.of("Vorher")));
        var slug = UniqueNames.of("nachher");
        var tag = Callers.as("admin").get(ARTICLES + "/" + former).header("ETag");
        var saved = Callers.as("admin").contentType(ContentType.JSON).header("If-Match", tag).body(Map.of("slug", slug)).patch(
                ARTICLES + "/" + former).then().statusCode(200).extract();
        var published = Callers.as("admin").header("If-Match", saved.header("ETag")).post(ARTICLES + "/" + slug + "/publish")
                .then().statusCode(200).extract();

        for (var extension : List.of(".jsonld", ".md", ".ninjs.json")) {
            given().redirects().follow(false).get("/feeds/articles/" + former + extension).then().statusCode(301)
                    .header("Location", endsWith("/feeds/articles/" + slug + extension));
        }
        Callers.as("admin").contentType(ContentType.JSON).header("If-Match", published.header("ETag"))
                .body(Map.of("reason", "Irrtum")).post(ARTICLES + "/" + slug + "/withdraw").then().statusCode(200);
        given().get("/feeds/articles/" + slug + ".md").then().statusCode(410);
    }

    private static void assertFits(JsonNode document) {
        var config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        // we send no coordinates, so that the schema of them is not fetched
        var withoutNetwork = Map.of("https://geojson.org/schema/GeoJSON.json", "false");
        var schema = JsonSchemaFactory
                .getInstance(VersionFlag.V202012, builder -> builder.schemaLoaders(loaders -> loaders.schemas(withoutNetwork)))
                .getSchema(SharedMaterial.text("data/schemas/ninjs/ninjs-schema_3.1.json"), config);
        assertThat(schema.validate(document)).as(document.toPrettyString()).isEmpty();
    }

    private String publish(Map<String, ?> members) {
        var form = new HashMap<String, Object>(Map.of("category", category, "teaser", "Kurz & gut", "tags",
                List.of(UniqueNames.of("thema")), "authors",
                List.of(UniqueNames.of("autorin")), "body", "<p>Text</p>"));
        form.put("image", Map.of("src", "https://media.example.org/a.jpg", "alt", "Bild", "credit", "Thomas Imo/photothek.de"));
        form.putAll(members);
        var made = Callers.as("admin").contentType(ContentType.JSON).body(form).post(ARTICLES).then().statusCode(201).extract();
        var slug = made.<String> path("slug");
        Callers.as("admin").header("If-Match", made.header("ETag")).post(ARTICLES + "/" + slug + "/publish").then()
                .statusCode(200);
        return slug;
    }
}
