package org.depesche.platform.http.request;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Query parameters and pages, as the contract describes them for every list. */
@QuarkusTest
class ListParametersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "limt=3 | limt | Did you mean `limit`?", "LIMIT=3 | LIMIT | Did you mean `limit`?",
            "limit= | limit | is empty", "limit | limit | is empty", "limit=%20 | limit | is empty",
            "limit=3&limit=3 | limit | 2 times", "limit=0 | limit | from 1 to 100", "limit=101 | limit | from 1 to 100",
            "total=1 | total | `true`", "view=crad | view | Did you mean `card`?", "id=7 | id | UUID",
            "from=2024-03-31T02:30:00 | from | clock change", "cursor=abc | cursor | `page.next`",
            "utm_source=x | utm_source | not a parameter", "multipleOf=2,,3 | multipleOf | commas",
            "limit=3;foo=1 | foo | not a parameter",
            "limit=01 | limit | from 1 to 100", "minSequence=1&minSequence=1 | minSequence | 2 times",
            "minSequence=x | minSequence | whole number", "minSequence= | minSequence | whole number" })
    void aWrongParameterIsNamed(String query, String parameter, String detail) {
        var problem = refused("/v1/testing/numbers?" + query);

        assertThat(problem.getString("type")).isEqualTo("/problems/invalid-parameter");
        assertThat(problem.getString("errors[0].parameter")).isEqualTo(parameter);
        assertThat(problem.getString("errors[0].detail")).contains(detail);
    }

    @Test
    void allErrorsOfARequestAreReportedAtOnce() {
        var problem = refused("/v1/testing/numbers?limt=3&limit=0&from=x&total=&view=crad&view=b&id=1-1-1-1-1");

        assertThat(problem.getList("errors.parameter")).containsExactlyInAnyOrder("limt", "limit", "from", "total", "view",
                "id");
    }

    @Test
    void anUnknownParameterIsAnErrorAfterAnyNumberOfKnownOnes() {
        var known = Stream.of("category", "tag", "author", "type", "language", "from", "before", "exclude", "excludeCollection",
                "advertising", "hasImage", "translations", "sort", "view", "include", "fields", "limit", "cursor", "total",
                "usage", "crop").map(name -> name + "=x").collect(Collectors.joining("&"));

        assertThat(refused("/v1/articles?" + known + "&foo=1").getList("errors.parameter")).contains("foo");
    }

    @Test
    void anEndpointThatReadsNoParametersIsAsStrict() {
        assertThat(refused("/v1/testing-unread?Q=1").getString("detail")).contains("Did you mean `q`?");
        assertThat(refused("/v1/testing/forgetful?x=1").getString("detail")).contains("it takes none");
        assertThat(refused("/v1/testing-unread?q=a&q=b").getString("errors[0].parameter")).isEqualTo("q");
    }

    @Test
    void trackingParametersAreIgnoredByFeedsOnly() {
        assertThat(get("/feeds/testing.rss?utm_source=a&utm_anything=b&fbclid=c&gclid=d").statusCode()).isEqualTo(200);
        assertThat(get("/feeds/testing.rss?utm=a").statusCode()).isEqualTo(400);
        assertThat(get("/v1/testing/numbers?fbclid=c").statusCode()).isEqualTo(400);
    }

    @Test
    void commasMeanAnyOfAndRepetitionsAllOf() {
        var page = read("/v1/testing/numbers?limit=3&total=true&multipleOf=2,3&multipleOf=5");

        assertThat(page.getList("items")).containsExactly(10, 15, 20);
        assertThat(page.getInt("page.total")).isEqualTo(133);
    }

    @Test
    void theNextLinkLeadsThroughTheWholeListAndThePreviousLinkBack() {
        var seen = new ArrayList<Integer>();
        var url = "/v1/testing/numbers?limit=100";
        var last = url;
        while (url != null) {
            last = url;
            var page = read(url);
            seen.addAll(page.getList("items"));
            url = page.getString("page.next");
        }

        assertThat(seen).isEqualTo(IntStream.rangeClosed(1, 1000).boxed().toList());
        assertThat(read(read(last).getString("page.previous")).getList("items")).startsWith(801).endsWith(900);
    }

    @Test
    void theFirstAndLastPagesLackALinkAndLinksAreInTheHeaderToo() {
        var first = get("/v1/testing/numbers?limit=600");
        assertThat(first.statusCode()).isEqualTo(400);

        var page = read("/v1/testing/numbers");
        Map<String, Object> place = page.getMap("page");
        assertThat(place).containsOnlyKeys("limit", "next", "nextCursor").containsEntry("limit", 15);
        assertThat(get("/v1/testing/numbers").header("Link")).isEqualTo("<" + place.get("next") + ">; rel=\"next\"");
        assertThat(read(page.getString("page.next")).getMap("page")).containsKeys("next", "previous")
                .doesNotContainKey("total");
    }

    @Test
    void aCursorOfAnotherFilterIsRejected() {
        var next = read("/v1/testing/numbers?limit=3").getString("page.next");

        List<String> parameters = refused(next + "&multipleOf=2").getList("errors.parameter");

        assertThat(parameters).containsExactly("cursor");
    }

    private static JsonPath read(String url) {
        return given().urlEncodingEnabled(false).get(url).then().statusCode(200).extract()
                .jsonPath();
    }

    private static JsonPath refused(String url) {
        return given().urlEncodingEnabled(false).get(url).then().statusCode(400)
                .contentType("application/problem+json").extract().jsonPath();
    }
}
