package org.depesche.content.article.rendered;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.depesche.kernel.HttpDate;
import org.depesche.platform.http.MinSequenceFilter;
import org.depesche.testkit.Callers;
import org.depesche.testkit.LoggedChanges;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.SettableClock;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What the fast path answers equals what the framework answers: status, all headers, bytes. */
@QuarkusTest
class FastPathTest {

    @Inject
    StoredRenderings renderings;

    @Inject
    MeterRegistry metrics;

    private final String category = UniqueNames.of("schnell");
    private final List<String> slugs = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void articles() {
        var clock = SettableClock.install();
        Newsroom.ensureCategory(category, "Schnelles & „mehr“");
        for (var number = 0; number < 4; number++) {
            var draft = editor()
                    .body(Map.of("headline", UniqueNames.of("Schnell"), "category", category, "teaser", "Ein Übersiel.", "body",
                            "<p>" + "Am Kai liegt Schnee. ".repeat(100) + "</p>"))
                    .post("/v1/editorial/articles").then().statusCode(201).extract();
            slugs.add(draft.path("slug"));
            ids.add(draft.path("id"));
            editor().header("If-Match", draft.header("ETag")).body("{}")
                    .post("/v1/editorial/articles/" + ids.get(number) + "/publish").then().statusCode(200);
        }
        clock.advance(Duration.ofSeconds(2)); // the second of a change has no date
    }

    private static RequestSpecification editor() {
        return Callers.as("editor").contentType(ContentType.JSON);
    }

    private List<String> addresses() {
        var list = "/v1/categories/" + category + "/articles";
        var next = given().get(list + "?limit=2").<String> path("page.nextCursor");
        return List.of("/v1/articles/" + slugs.get(0), "/v1/articles/" + ids.get(1),
                "/v1/articles/" + slugs.get(2) + "?view=card",
                "/v1/articles/" + ids.get(3) + "?site=default&view=summary", list, list + "?limit=2",
                list + "?limit=2&cursor=" + next, list + "?view=card&sort=publishedAt",
                list + "?fields=slug,image",
                list + "?translations=all&site=default", "/v1/articles?limit=3",
                "/v1/articles?category=" + category + "&limit=1",
                "/v1/articles?ids=" + String.join(",", ids));
    }

    @Test
    void bothAnswerAlike() {
        addresses().forEach(address -> {
            renderings.read(address);
            renderings.await();
            for (var method : List.of("GET", "HEAD")) {
                var plain = compared(method, address, Map.of(), true);
                compared(method, address, Map.of("Accept-Encoding", "gzip"), true);
                compared(method, address, Map.of("Accept-Encoding", "br", "Accept", "text/html, */*"), true);
                compared(method, address, Map.of("If-None-Match", plain.header("ETag")), true);
                compared(method, address, Map.of("If-None-Match", "\"other\"", "Accept-Encoding", "gzip"), true);
                compared(method, address, Map.of("If-Modified-Since", HttpDate.of(Instant.now())), true);
                compared(method, address, Map.of("If-Modified-Since", "Sat, 06 Nov 2094 08:49:37 GMT"), true);
                compared(method, address, Map.of("Accept", "application/json", "Origin", "https://www.example.org"), true);
            }
        });
    }

    /** Once similar articles are stored, all strategies are simple. */
    @Test
    void bothAnswerAlikeWhatIsRelated() {
        var picked = slugs.get(1);
        editor().header("If-Match", "*").body(Map.of("articles", List.of(ids.get(2))))
                .put("/v1/editorial/articles/" + ids.get(1) + "/related").then().statusCode(200);
        for (var query : List.of("", "?strategy=similar", "?strategy=latest&view=card", "?strategy=curated", "?limit=1",
                "?fields=slug,because,score&site=default", "?limit=100")) {
            for (var ref : List.of(slugs.get(0), ids.get(3), picked)) {
                var address = "/v1/articles/" + ref + "/related" + query;
                awaitCacheable(address);
                renderings.await();
                var plain = compared("GET", address, Map.of(), true);
                compared("HEAD", address, Map.of("Accept-Encoding", "gzip"), true);
                compared("GET", address, Map.of("If-None-Match", plain.header("ETag")), true);
            }
        }
        assertThat(compared("GET", "/v1/articles/keiner/related", Map.of(), false).statusCode()).isEqualTo(404);
        assertThat(compared("GET", "/v1/articles/" + picked + "/related?limit=101", Map.of(), false).statusCode())
                .isEqualTo(400);
    }

    /** While similar articles may be outdated, no cache keeps them. */
    private static void awaitCacheable(String address) {
        var deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (request(Map.of()).get(address).header("Cache-Control").contains("no-store")) {
            assertThat(System.nanoTime()).as("outdated for ever: " + address).isLessThan(deadline);
        }
    }

    /** Only what is simple is taken, and what is not there, has moved or is wrong is declined. */
    @Test
    void theFrameworkAnswersTheRest() {
        var moved = slugs.get(0) + "-neu";
        editor().header("If-Match", "*").body(Map.of("slug", moved)).patch("/v1/editorial/articles/" + ids.get(0)).then()
                .statusCode(200);
        editor().header("If-Match", "*").body("{}").post("/v1/editorial/articles/" + ids.get(0) + "/publish").then()
                .statusCode(200);
        editor().header("If-Match", "*").body(Map.of("reason", "Irrtum"))
                .post("/v1/editorial/articles/" + ids.get(1) + "/withdraw").then().statusCode(200);
        var list = "/v1/categories/" + category + "/articles";

        assertThat(compared("GET", "/v1/articles/" + slugs.get(0), Map.of(), false).statusCode()).isEqualTo(301);
        assertThat(compared("GET", "/v1/articles/" + slugs.get(1), Map.of(), false).statusCode()).isEqualTo(410);
        assertThat(compared("GET", "/v1/articles/gibt-es-nicht", Map.of(), false).statusCode()).isEqualTo(404);
        assertThat(compared("GET", "/v1/articles/" + slugs.get(2) + "?site=keine", Map.of(), false).statusCode())
                .isEqualTo(400);
        assertThat(compared("GET", "/v1/articles/" + slugs.get(2) + "?view=ganz", Map.of(), false).statusCode()).isEqualTo(400);
        assertThat(compared("GET", "/v1/categories/keine/articles", Map.of(), false).statusCode()).isEqualTo(404);
        for (var query : List.of("?limit=0", "?limit=", "?limit=1&limit=2", "?unknown=1", "?cursor=x", "?tag=keines")) {
            assertThat(compared("GET", list + query, Map.of(), false).statusCode()).as(query).isEqualTo(400);
        }
        assertThat(compared("GET", list, Map.of("Accept", "application/json;q=0"), false).statusCode()).isEqualTo(406);
    }

    private Response compared(String method, String address, Map<String, String> headers, boolean isFast) {
        evict(address);
        var slow = request(headers).header(MinSequenceFilter.HEADER, "0").request(method, address);
        evict(address);
        var before = answered();
        var fast = request(headers).request(method, address);
        var wasFast = answered() > before;
        if (!isOfOneState(slow, fast, wasFast == isFast)) {
            return compared(method, address, headers, isFast);
        }

        var description = method + " " + address + " " + headers;
        assertThat(wasFast).as(description).isEqualTo(isFast);
        assertThat(fast.statusCode()).as(description).isEqualTo(slow.statusCode());
        assertThat(headers(fast)).as(description).isEqualTo(headers(slow));
        assertThat(fast.asString().replaceAll("\"traceId\":\"[^\"]*\"", "")).as(description)
                .isEqualTo(slow.asString().replaceAll("\"traceId\":\"[^\"]*\"", ""));
        return fast;
    }

    /** Whether no other test changed anything meanwhile. What is not as expected is looked at more closely. */
    private static boolean isOfOneState(Response slow, Response fast, boolean isExpected) {
        var position = slow.header("Depesche-Sequence");
        return Objects.equals(position, fast.header("Depesche-Sequence"))
                && (isExpected || position == null || LoggedChanges.end() == Long.parseLong(position));
    }

    private void evict(String address) {
        renderings.evict(request(Map.of()).get(address));
    }

    private static RequestSpecification request(Map<String, String> headers) {
        return RestAssured.given().urlEncodingEnabled(false).redirects().follow(false).headers(headers);
    }

    private double answered() {
        return metrics.counter("depesche.fast.path", "result", "answered").count();
    }

    private static Map<String, List<String>> headers(Response response) {
        return response.headers().asList().stream().filter(header -> !header.getName().equalsIgnoreCase("Date"))
                .filter(header -> !header.getName().equals("Cache-Status"))
                .collect(Collectors.groupingBy(header -> header.getName().toLowerCase(Locale.ROOT), TreeMap::new,
                        Collectors.mapping(header -> header.getValue(), Collectors.toList())));
    }
}
