package org.depesche.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.restassured.http.ContentType;

/** Fills the service as a newsroom would: over HTTP alone, as admin. */
public final class Newsroom {

    private static final String CATEGORIES = "/v1/editorial/categories";

    private Newsroom() {
    }

    /** That category of the default site, with that name, whether or not it is there already. */
    public static void ensureCategory(String slug, String name) {
        var made = Callers.as("admin").contentType(ContentType.JSON).body(Map.of("slug", slug, "name", name)).post(CATEGORIES);
        if (made.statusCode() == 409) {
            var tag = Callers.as("admin").get(CATEGORIES + "/" + slug).then().statusCode(200).extract().header("ETag");
            Callers.as("admin").contentType(ContentType.JSON).header("If-Match", tag).body(Map.of("name", name))
                    .patch(CATEGORIES + "/" + slug).then().statusCode(200);
        } else {
            made.then().statusCode(201);
        }
    }

    /** The records, one a line; answered when the last one is worked off. */
    public static FinishedImport importArticles(String lines) {
        return importArticles(lines.getBytes(StandardCharsets.UTF_8));
    }

    public static FinishedImport importArticles(byte[] lines) {
        return importArticles("", lines);
    }

    /** @param query with its question mark, or empty */
    public static FinishedImport importArticles(String query, String lines) {
        return importArticles(query, lines.getBytes(StandardCharsets.UTF_8));
    }

    private static FinishedImport importArticles(String query, byte[] lines) {
        var id = Callers.as("admin").contentType("application/x-ndjson").body(lines).post(FinishedImport.PATH + query).then()
                .statusCode(202)
                .extract().<String> path("id");
        var ended = FinishedImport.await(id);
        assertThat(ended.state()).isEqualTo("finished");
        return ended;
    }
}
