package org.depesche.delivery.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.depesche.testkit.Callers;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/**
 * Paid text is in no anonymous answer of any route. The routes come from the OpenAPI document, so that new ones are checked.
 */
@QuarkusTest
class PaidTextCanaryTest {

    /** A word that is searched, so that responses may repeat it, before words that no response may have in any form. */
    private static final String SEARCHED = "Kanarienvogelgesang";
    private static final String CANARY = "zwitschert hinter der Bezahlschranke";

    @Test
    void noAnonymousAnswerHasPaidText() throws Exception {
        var category = FeedsResourceTest.category();
        var tag = UniqueNames.of("thema");
        var author = UniqueNames.of("autorin");
        var body = "<p>Eins</p><p>Zwei</p><p>" + SEARCHED + " " + CANARY + "</p>";
        var slug = FeedsResourceTest.publish(category, Map.of("headline", "Bezahlt " + tag, "access", "subscribers", "tags",
                List.of(tag), "authors", List.of(author), "body", body));
        var collection = UniqueNames.of("sammlung");
        Callers.as("admin").contentType(ContentType.JSON).header("If-None-Match", "*")
                .body(Map.of("name", collection, "articles", List.of(slug)))
                .put("/v1/editorial/collections/" + collection).then().statusCode(201);
        var names = Map.of("articles", slug, "categories", category, "tags", tag, "authors", author, "collections", collection);

        var answered = new ArrayList<String>();
        for (var path : publicPaths()) {
            for (var query : List.of("", "?view=full&include=body,bodyHtml,bodyText",
                    "?include=bodyMarkdown,jsonLd,related,oembedLinks",
                    "?q=" + SEARCHED, "?content=full&q=Bezahlt", "?usage=syndication&view=full",
                    "?url=/" + category + "/" + slug)) {
                var address = fill(path, names) + query;
                var response = given().urlEncodingEnabled(false).get(address);
                assertThat(response.asString()).as(address).doesNotContain(CANARY);
                if (response.statusCode() == 200) {
                    answered.add(path);
                }
            }
        }
        assertThat(answered).contains("/v1/articles/{ref}", "/feeds/articles/{ref}.md", "/feeds/articles.{format}",
                "/feeds/articles/{ref}.ninjs.json", "/v1/search");
        var draft = Callers.as("admin").get("/v1/editorial/articles/" + slug).asString();
        assertThat(draft).as("the canary exists").contains(SEARCHED + " " + CANARY);
    }

    private static List<String> publicPaths() throws Exception {
        var document = new ObjectMapper().readTree(given().queryParam("format", "json").get("/q/openapi").asString());
        var paths = new ArrayList<String>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            if (path.getValue().has("get") && !path.getKey().startsWith("/v1/editorial")
                    && !path.getKey().contains("stream")) {
                paths.add(path.getKey());
            }
        }
        return paths;
    }

    private static String fill(String path, Map<String, String> names) {
        var segment = path.split("/").length > 2 ? path.split("/")[2] : "";
        return path.replace("{format}", "rss").replace("{month}", "2024-10").replaceAll("\\{[a-z]+}",
                names.getOrDefault(segment, "unbekannt"));
    }
}
