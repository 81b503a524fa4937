package org.depesche.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

/** Fills the service as a newsroom would: over HTTP alone, as admin. */
public final class Newsroom {

    private static final String CATEGORIES = "/v1/editorial/categories";
    private static final String IMPORTS = "/v1/editorial/imports";
    private static final int PAGE = 100;

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
    public static NewsroomImport importArticles(String lines) {
        return importArticles(lines.getBytes(StandardCharsets.UTF_8));
    }

    public static NewsroomImport importArticles(byte[] lines) {
        return importArticles("", lines);
    }

    /** @param query with its question mark, or empty */
    public static NewsroomImport importArticles(String query, String lines) {
        return importArticles(query, lines.getBytes(StandardCharsets.UTF_8));
    }

    private static NewsroomImport importArticles(String query, byte[] lines) {
        var id = Callers.as("admin").contentType("application/x-ndjson").body(lines).post(IMPORTS + query).then()
                .statusCode(202)
                .extract().<String> path("id");
        await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(20))
                .until(() -> !List.of("running", "receiving").contains(read(id).getString("state")));
        return new NewsroomImport(id, read(id));
    }

    private static JsonPath read(String id) {
        return Callers.as("admin").get(IMPORTS + "/" + id).then().statusCode(200).extract().jsonPath();
    }

    /** An import that has come to its end. */
    public record NewsroomImport(String id, JsonPath view) {

        public NewsroomImport {
            assertThat(view.getString("state")).isEqualTo("finished");
        }

        public int count(String name) {
            return view.getInt(name);
        }

        public List<Map<String, Object>> rejections() {
            var all = new ArrayList<Map<String, Object>>();
            for (var next = IMPORTS + "/" + id + "/rejections?limit=" + PAGE; next != null;) {
                var page = Callers.as("admin").urlEncodingEnabled(false).get(next).then().statusCode(200).extract().jsonPath();
                all.addAll(page.getList("items"));
                next = page.getString("page.next");
            }
            return all;
        }
    }
}
