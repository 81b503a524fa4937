package org.depesche.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.RawHttp;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;

/** No answer of any route has a header twice: a client that joins both reads {@code 73, 73}. */
@QuarkusTest
class HeadersOnceTest {

    private static final String ORIGIN = "https://www.example.org";
    private static final String NO_LONGER_KNOWN = "999999999999";
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    @Test
    void eachAnswerHasEachHeaderOnce() throws Exception {
        var slug = UniqueNames.of("einmal");
        Newsroom.ensureCategory(slug, "Einmal");
        Newsroom.importArticles("{\"headline\":\"Einmal\",\"category\":\"%s\"}".formatted(slug));
        var article = given().get("/v1/articles?category=" + slug).jsonPath().getString("items[0].slug");
        var names = Map.of("articles", article, "categories", slug);

        var answered = new ArrayList<String>();
        for (var route : routes()) {
            var path = fill(route.path, names) + (route.path.endsWith("/stream") ? "?since=" + NO_LONGER_KNOWN : "");
            for (var method : route.methods) {
                var answer = RawHttp.send(method, path, List.of("POST", "PUT", "PATCH").contains(method) ? "{}" : "", "Origin",
                        ORIGIN, "Content-Type", "application/json", "Accept-Encoding", "gzip", "Authorization",
                        "Bearer " + Callers.ADMIN_KEY);
                assertHeadersAreThereOnce(method + " " + path, answer);
                answered.add(method + " " + answer.statusCode() + " " + route.path);
            }
        }

        assertThat(answered).contains("GET 200 /v1/export", "HEAD 200 /v1/export", "GET 200 /v1/articles",
                "GET 200 /v1/changes", "GET 200 /feeds/articles.{format}", "GET 200 /v1/articles/{ref}",
                "OPTIONS 204 /v1/export",
                "POST 415 /websub");
    }

    private static void assertHeadersAreThereOnce(String request, HttpResponse<byte[]> answer) {
        assertThat(answer.headers().map()).as(request + " " + answer.statusCode()).allSatisfy((name, values) -> {
            assertThat(values).as(name).hasSize(1);
            if (name.equalsIgnoreCase("Vary")) {
                assertThat(values.get(0).split("\\s*,\\s*")).as(name).doesNotHaveDuplicates();
            }
        });
    }

    private static List<Route> routes() throws Exception {
        var document = new ObjectMapper().readTree(given().queryParam("format", "json").get("/q/openapi").asString());
        var routes = new ArrayList<Route>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            var methods = new ArrayList<>(List.of("OPTIONS"));
            METHODS.stream().filter(path.getValue()::has).forEach(method -> methods.add(method.toUpperCase(Locale.ROOT)));
            if (path.getValue().has("get")) {
                methods.add("HEAD");
            }
            routes.add(new Route(path.getKey(), methods));
        }
        return routes;
    }

    private static String fill(String path, Map<String, String> names) {
        var segment = path.split("/").length > 2 ? path.split("/")[2] : "";
        return path.replace("{format}", "rss").replace("{month}", "2024-10").replaceAll("\\{[a-zA-Z]+}",
                path.startsWith("/v1/editorial") ? "unbekannt" : names.getOrDefault(segment, "unbekannt"));
    }

    private record Route(String path, List<String> methods) {
    }
}
