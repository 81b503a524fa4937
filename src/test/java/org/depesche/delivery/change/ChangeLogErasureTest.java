package org.depesche.delivery.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ChangeLogErasureTest {

    /** Who wrote more articles than are rewritten at a time. */
    @Test
    void anErasedAuthorIsInNoEntry() {
        var author = UniqueNames.of("autorin");
        var category = UniqueNames.of("ressort");
        Newsroom.ensureCategory(category, "Ressort");
        var start = given().get("/v1/articles?limit=1").header("Depesche-Sequence");
        Newsroom.importArticles(IntStream.rangeClosed(0, ChangeLogRepository.ERASED_AT_ONCE).mapToObj(number -> """
                {"headline":"Nr. %d","category":"%s","authors":["%s"],"publishedAt":"2024-10-21"}"""
                .formatted(number, category, author)).collect(Collectors.joining("\n")));
        assertThat(entries(start)).contains('"' + author + '"', category);
        var path = "/v1/editorial/authors/" + author;

        Callers.as("admin").header("If-Match", Callers.as("admin").get(path).header("ETag")).post(path + "/erase").then()
                .statusCode(204);

        assertThat(entries(start)).contains(category).doesNotContain(author);
    }

    /** All entries after a position, as clients read them. */
    private static String entries(String start) {
        var all = new StringBuilder();
        var next = "/v1/changes?limit=100&since=" + start;
        for (var isMore = true; isMore;) {
            var page = given().urlEncodingEnabled(false).get(next.replaceFirst("^http://[^/]+", "")).then().statusCode(200)
                    .extract();
            all.append(page.asString());
            isMore = !page.jsonPath().getList("items").isEmpty();
            next = page.path("page.next");
        }
        return all.toString();
    }
}
