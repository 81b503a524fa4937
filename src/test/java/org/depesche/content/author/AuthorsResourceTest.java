package org.depesche.content.author;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.depesche.testkit.FakeArticleCounts;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AuthorsResourceTest {

    @Inject
    Authors authors;

    @Inject
    FakeArticleCounts uses;

    @Inject
    Jdbi jdbi;

    private final String mark = "q" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void anAuthorIsPublicWhileAnArticleNamesThem() {
        var id = writes("Jürgen Groß", 2);

        get("/v1/authors/" + mark + "-juergen-gross").then().statusCode(200).body("id", equalTo(id.toString()))
                .body("name", equalTo(mark + " Jürgen Groß")).body("articleCount", equalTo(2)).body("initials", nullValue());
        get("/v1/authors?q=" + mark + " JUERGEN").then().statusCode(200).body("items.id", contains(id.toString()));

        uses.author(id, 0);
        get("/v1/authors/" + id).then().statusCode(404);
        assertThat(get("/v1/authors?q=" + mark).jsonPath().getList("items")).isEmpty();
    }

    @Test
    void pageLinksLeadThroughTheWholeList() {
        for (var name : List.of("Anton", "Änne", "Berta", "Özlem", "Otto")) {
            writes(name, 1);
        }

        var page = get("/v1/authors?limit=2&total=true&q=" + mark).then().statusCode(200).body("page.total", equalTo(5))
                .extract().jsonPath();
        var seen = new ArrayList<String>(page.getList("items.name"));
        for (var next = page.getString("page.next"); next != null; next = page.getString("page.next")) {
            page = get(next).jsonPath();
            seen.addAll(page.getList("items.name"));
        }

        assertThat(seen).extracting(name -> name.substring(mark.length() + 1)).containsExactly("Änne", "Anton", "Berta",
                "Özlem",
                "Otto");
    }

    @Test
    void aFormerSlugRedirectsToTheCurrentOne() {
        var id = writes("Jule Meier", 1);
        jdbi.useHandle(
                handle -> handle.execute("insert into author_former_slug (slug, author_id) values (?, ?)", "alt-" + mark, id));

        given().redirects().follow(false).get("/v1/authors/alt-" + mark).then().statusCode(301)
                .header("Location", endsWith("/v1/authors/" + mark + "-jule-meier"));
    }

    @Test
    void everyErrorIsReported() {
        get("/v1/authors?site=nowhere&limit=101&cursor=abc&total=1").then().statusCode(400)
                .body("errors.parameter", hasItems("site", "limit", "cursor", "total"));
    }

    private UUID writes(String name, int articles) {
        var whole = mark + " " + name;
        var id = QuarkusTransaction.requiringNew().call(() -> authors.findOrCreate(List.of(whole))).get(whole);
        uses.author(id, articles);
        return id;
    }
}
