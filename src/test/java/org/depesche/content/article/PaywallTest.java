package org.depesche.content.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** What readers without, with some and with all entitlements see of articles that are not free. */
@QuarkusTest
class PaywallTest {

    private static final String HIT = "Depesche; hit";

    private final String mine = "zp" + Long.toString(System.nanoTime(), 36);

    @BeforeEach
    void aCategory() {
        Newsroom.ensureCategory(mine, "Bezahlt");
    }

    @Test
    void anArticleIsCutInEveryFormForEverybody() {
        var address = "/v1/articles/" + publish("subscribers", 4) + "?include=bodyHtml,bodyText";

        given().get(address).then().statusCode(200).body("body", hasSize(2)).body("truncated", is(true))
                .body("bodyHtml", allOf(containsString("Absatz 1"), not(containsString("Absatz 2"))))
                .body("bodyText", allOf(containsString("Absatz 1"), not(containsString("Absatz 2"))))
                .body("wordCount", is(9)).header("Vary", containsString("Authorization")).header("Last-Modified", nullValue());
        for (var query : List.of("view=full", "include=body", "include=bodyHtml&fields=headline", "view=full&fields=body",
                "include=bodyText")) {
            given().get("/v1/articles?category=" + mine + "&" + query).then().statusCode(200)
                    .body("items[0].truncated", is(true)).body(not(containsString("Absatz 2")));
        }
        given().get("/v1/articles?category=" + mine).then().body("items[0].truncated", nullValue());
    }

    @Test
    void nothingIsCutThatIsFreeOrShort() {
        var free = publish("free", 4);
        SettableClock.install().advance(Duration.ofSeconds(1)); // the second of the change has no date
        given().get("/v1/articles/" + free).then().body("body", hasSize(4)).body("truncated", nullValue())
                .header("Vary", not(containsString("Authorization"))).header("Last-Modified", notNullValue());
        given().get("/v1/articles/" + publish("subscribers", 2)).then().body("body", hasSize(2)).body("truncated", nullValue());
    }

    @ParameterizedTest
    @CsvSource({ "registered, registered, true", "registered, subscribers, false", "subscribers, registered, true",
            "subscribers, subscribers, true", "'', registered, false" })
    void anEntitlementOpensItsArticles(String entitlement, String access, boolean isWhole) {
        var reader = reader(entitlement.isEmpty() ? List.of() : List.of(entitlement));

        reader.get("/v1/articles/" + publish(access, 4)).then().statusCode(200).body("body", hasSize(isWhole ? 4 : 2))
                .body("truncated", isWhole ? nullValue() : is(true));
    }

    @Test
    void editorsAndPreviewsShowEverything() {
        var slug = publish("subscribers", 4);
        var link = Callers.as("editor").post("/v1/editorial/articles/" + slug + "/preview-links").then().statusCode(201)
                .extract().<String> path("token");

        Callers.as("editor").get("/v1/articles/" + slug).then().body("body", hasSize(4));
        given().get("/v1/preview/" + link).then().statusCode(200).body("body", hasSize(4)).body("truncated", nullValue());
    }

    @Test
    void aSearchFindsPaidTextAndDoesNotShowIt() {
        publish("subscribers", 4);
        var query = "/v1/search?category=" + mine + "&q=" + mine + "%20dritter&include=bodyText&minSequence=" + sequence;

        given().urlEncodingEnabled(false).get(query).then().statusCode(200).body("items", hasSize(1))
                .body("items[0].highlights.body", not(containsString("dritter"))).body(not(containsString("Absatz 2")));
        reader(List.of("subscribers")).urlEncodingEnabled(false).get(query).then()
                .body("items[0].highlights.body", containsString("<mark>dritter</mark>"))
                .body("items[0].bodyText", containsString("Absatz 2"));
    }

    /** Readers share cached responses by entitlement, and never get those of others. Caches outside store none of them. */
    @ParameterizedTest
    @ValueSource(strings = { "/v1/articles/%s", "/v1/articles?view=full&category=%2$s" })
    void responsesAreCachedByEntitlement(String template) {
        var address = template.formatted(publish("subscribers", 4), mine);
        var everybody = given().get(address);
        var first = reader(List.of("subscribers")).get(address);

        var second = reader(List.of("registered", "subscribers")).get(address);
        var without = reader(List.of()).get(address);

        assertThat(first.header("Cache-Status")).isEqualTo("Depesche; fwd=uri-miss; stored");
        assertThat(second.header("Cache-Status")).isEqualTo(HIT);
        assertThat(second.asString()).isEqualTo(first.asString()).contains("Absatz 3");
        assertThat(without.header("Cache-Status")).isEqualTo(HIT);
        assertThat(without.asString()).isEqualTo(everybody.asString()).doesNotContain("Absatz 2");
        for (var keyed : List.of(first, second, without)) {
            assertThat(keyed.header("Cache-Control")).startsWith("private, max-age=").doesNotContain("s-maxage");
        }
        given().get(address).then().header("Cache-Status", HIT).header("Cache-Control", containsString("public"))
                .header("ETag", everybody.header("ETag"));
        reader(List.of("subscribers")).header("If-None-Match", first.header("ETag")).get(address).then().statusCode(304)
                .header("Cache-Control", containsString("private"));
        reader(List.of("subscribers")).header("If-None-Match", everybody.header("ETag")).get(address).then().statusCode(200);
    }

    /** The cache asks who the caller is before every response. */
    @Test
    void aRevokedOrChangedKeyGetsNothingMoreFromTheCache() {
        var address = "/v1/articles/" + publish("subscribers", 4);
        var key = createKey(List.of("subscribers"));
        Callers.withKey(key.get("key")).get(address).then().body("body", hasSize(4));
        var keys = "/v1/editorial/keys/" + key.get("id");

        Callers.as("admin").contentType(ContentType.JSON).body(Map.of("entitlements", List.of())).patch(keys).then()
                .statusCode(200).body("entitlements", hasSize(0));
        Callers.withKey(key.get("key")).get(address).then().statusCode(200).body("body", hasSize(2));
        Callers.as("admin").delete(keys).then().statusCode(204);
        Callers.withKey(key.get("key")).get(address).then().statusCode(401);
        Callers.withKey("dep_unknown").get(address).then().statusCode(401);
    }

    @Test
    void entitlementsAreShownAndPatchedAndWrongOnesRefused() {
        var keys = "/v1/editorial/keys/" + createKey(List.of("registered")).get("id");
        Callers.as("admin").get(keys).then().body("entitlements", equalTo(List.of("registered")));

        Callers.as("admin").contentType(ContentType.JSON).body("{}").patch(keys).then()
                .body("entitlements", equalTo(List.of("registered")));
        Callers.as("admin").contentType(ContentType.JSON).body("{\"entitlements\": [\"abo\"], \"name\": \"x\"}").patch(keys)
                .then().statusCode(400).body("errors.pointer", hasSize(2));
        Callers.as("admin").contentType(ContentType.JSON).body("{\"entitlements\": null}").patch(keys).then()
                .body("entitlements", hasSize(0));
        Callers.as("editor").contentType(ContentType.JSON).body("{}").patch(keys).then().statusCode(403);
    }

    private String sequence = "0";

    private String publish(String access, int paragraphs) {
        var body = new StringBuilder();
        for (var n = 0; n < paragraphs; n++) {
            body.append("<p>Absatz ").append(n).append(n == 3 ? " dritter" : "").append("</p>");
        }
        var draft = Callers.as("admin").contentType(ContentType.JSON)
                .body(Map.of("headline", mine, "category", mine, "access", access, "body", body.toString()))
                .post("/v1/editorial/articles").then().statusCode(201).extract();
        sequence = Callers.as("admin").header("If-Match", draft.header("ETag"))
                .post("/v1/editorial/articles/" + draft.path("id") + "/publish").then().statusCode(200).extract()
                .header("Depesche-Sequence");
        return draft.path("slug");
    }

    private static RequestSpecification reader(List<String> entitlements) {
        return Callers.withKey(createKey(entitlements).get("key"));
    }

    private static Map<String, String> createKey(List<String> entitlements) {
        var created = Callers.as("admin").contentType(ContentType.JSON)
                .body(Map.of("name", "Leser", "role", "reader", "entitlements", entitlements)).post("/v1/editorial/keys").then()
                .statusCode(201).body("entitlements", equalTo(entitlements)).extract();
        return Map.of("id", created.path("id"), "key", created.path("key"));
    }
}
