package org.depesche.content.tag;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.depesche.testkit.DatabaseCostMeter;
import org.depesche.testkit.FakeArticleCounts;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TagsResourceTest {

    @Inject
    Tags tags;

    @Inject
    FakeArticleCounts uses;

    @Inject
    Jdbi jdbi;

    @Inject
    DatabaseCostMeter meter;

    private final String mark = "q" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aTagIsPublicWhileAnArticleUsesIt() {
        var id = used("Fähranleger", 3);

        get("/v1/tags/" + slug("faehranleger")).then().statusCode(200).body("id", equalTo(id.toString()))
                .body("name", equalTo(name("Fähranleger"))).body("type", equalTo("topic")).body("articleCount", equalTo(3))
                .body("url", nullValue());
        get("/v1/tags/" + id).then().statusCode(200).body("slug", equalTo(slug("faehranleger")));

        uses.tag(id, 0);
        var gone = get("/v1/tags/" + id).then().statusCode(404).extract().jsonPath();
        var unknown = get("/v1/tags/" + UUID.randomUUID()).then().statusCode(404).extract().jsonPath();
        assertThat(gone.getString("detail")).isEqualTo(unknown.getString("detail"));
    }

    @Test
    void tagsAreSortedByNameInGermanOrder() {
        for (var name : List.of("Zug", "Apfel", "Ärger", "Adler", "äußere", "Aal")) {
            used(name, 1);
        }

        // ä sorts as ae, as in German phone books (DIN 5007-2)
        assertThat(names(mark)).containsExactly("Aal", "Adler", "Ärger", "äußere", "Apfel", "Zug");
    }

    @Test
    void aPrefixIgnoresCaseAndSpelling() {
        for (var name : List.of("Müller", "Mueller", "muelheim", "Muller", "Münster")) {
            used(name, 1);
        }

        assertThat(names(mark + " mue")).containsExactlyInAnyOrder("muelheim", "Müller", "Mueller", "Münster");
        assertThat(names(mark + " MÜL")).containsExactlyInAnyOrder("muelheim", "Müller", "Mueller");
        assertThat(names(mark + " mul")).containsExactly("Muller");
        assertThat(names(mark + " m%")).isEmpty();
    }

    @Test
    void pageLinksLeadThroughTheWholeListAndBack() {
        for (var at = 0; at < 7; at++) {
            used("Seite " + at, 1);
        }

        var first = get("/v1/tags?limit=3&total=true&q=" + mark).then().statusCode(200).body("items", hasSize(3))
                .body("page.total", equalTo(7)).body("page.previous", nullValue()).extract();
        var second = get(first.jsonPath().getString("page.next")).then().body("items", hasSize(3)).extract().jsonPath();
        var third = get(second.getString("page.next")).then().body("items", hasSize(1)).body("page.next", nullValue())
                .extract().jsonPath();
        var back = get(third.getString("page.previous")).then().body("page.next", notNullValue()).extract().jsonPath();

        var seen = new ArrayList<String>(first.jsonPath().getList("items.name"));
        seen.addAll(second.getList("items.name"));
        seen.addAll(third.getList("items.name"));
        assertThat(seen).hasSize(7).isSorted().doesNotHaveDuplicates();
        assertThat(back.getList("items.name")).isEqualTo(second.getList("items.name"));
    }

    @Test
    void namesWithTheSameSortKeyAreNeitherLostNorRepeated() {
        for (var name : List.of("Jäger", "Jaeger", "JÄGER II", "Jaeger II")) {
            used(name, 1);
        }

        var first = get("/v1/tags?limit=1&q=" + mark).jsonPath();
        var seen = new ArrayList<String>(first.getList("items.id"));
        for (var next = first.getString("page.next"); next != null;) {
            var page = get(next).jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("page.next");
        }

        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void theTypeNarrowsTheList() {
        type(used("Möhlenfurt", 1), "place");
        type(used("Jule Petersen", 1), "person");
        used("Hochwasser", 1);

        get("/v1/tags?type=place,person&q=" + mark).then().statusCode(200)
                .body("items.name", containsInAnyOrder(name("Möhlenfurt"), name("Jule Petersen")));
        get("/v1/tags?type=product&q=" + mark).then().statusCode(200).body("items", empty());
        get("/v1/tags?type=thing").then().statusCode(400).body("errors.parameter", contains("type"));
    }

    @Test
    void aFormerSlugRedirectsToTheCurrentOne() {
        var id = used("Alte Werft", 1);
        jdbi.useHandle(handle -> handle.execute("insert into tag_former_slug (slug, tag_id) values (?, ?)", "alt-" + mark, id));

        given().redirects().follow(false).get("/v1/tags/alt-" + mark + "?site=default").then().statusCode(301)
                .header("Location", endsWith("/v1/tags/" + slug("alte-werft") + "?site=default"));
    }

    @Test
    void aLongPageTakesTheSameStatementsAsAShortOne() {
        for (var at = 0; at < 30; at++) {
            used("Menge " + at, 1);
        }

        var few = meter
                .minimumStatements(() -> get("/v1/tags?limit=1&q=" + mark + " Menge 1").then().body("items", hasSize(1)));
        var many = meter.minimumStatements(() -> get("/v1/tags?limit=30&q=" + mark).then().body("items", hasSize(30)));

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(3);
    }

    @Test
    void everyErrorIsReported() {
        get("/v1/tags?site=nowhere&limit=0&type=x&cursor=abc&total=yes").then().statusCode(400)
                .body("errors.parameter", hasItems("site", "limit", "type", "cursor", "total"));
    }

    @Test
    void aCursorOfAnotherFilterIsRejected() {
        used("Eins", 1);
        used("Zwei", 1);
        var next = get("/v1/tags?limit=1&q=" + mark).jsonPath().getString("page.next");

        get(next.replace("q=" + mark, "q=anders")).then().statusCode(400).body("errors.parameter", contains("cursor"));
    }

    private List<String> names(String prefix) {
        return given().queryParam("limit", 100).queryParam("q", prefix).get("/v1/tags").then().statusCode(200).extract()
                .jsonPath().<String> getList("items.name").stream().map(name -> name.substring(mark.length() + 1)).toList();
    }

    private UUID used(String name, int articles) {
        var id = QuarkusTransaction.requiringNew().call(() -> tags.findOrCreate(List.of(name(name)))).get(name(name));
        uses.tag(id, articles);
        return id;
    }

    private void type(UUID id, String type) {
        jdbi.useHandle(handle -> {
            handle.execute("update tag set type = ? where id = ?", type, id);
            handle.execute("update change_counter set value = value + 1, vocabulary = value");
        });
    }

    private String name(String name) {
        return mark + " " + name;
    }

    private String slug(String slug) {
        return mark + "-" + slug;
    }
}
