package org.depesche.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.depesche.platform.problem.ProblemType;
import org.depesche.testkit.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class ProblemsResourceTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @EnumSource
    void everyProblemTypeResolvesToAPage(ProblemType type) {
        var page = RawHttp.get("/problems/" + type.slug(), "Accept", BROWSER);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
        assertThat(RawHttp.text(page)).contains("<h1>" + type.title() + "</h1>").contains("/problems/" + type.slug())
                .doesNotContain("`", "{problem", "NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource
    void theSameContentExistsAsJson(ProblemType type) {
        var explanation = JsonPath.from(RawHttp.text(RawHttp.get("/problems/" + type.slug(), "Accept", "*/*")));

        assertThat(explanation.getString("type")).isEqualTo("/problems/" + type.slug());
        assertThat(explanation.getInt("status")).isEqualTo(type.status());
        assertThat(explanation.getString("explanation")).isEqualTo(type.explanation());
    }

    @Test
    void allProblemTypesAreListed() {
        var page = RawHttp.text(RawHttp.get("/problems", "Accept", BROWSER));
        var list = JsonPath.from(RawHttp.text(RawHttp.get("/problems")));

        assertThat(list.getList("items")).hasSameSizeAs(ProblemType.values());
        for (var type : ProblemType.values()) {
            assertThat(page).contains("href=\"/problems/" + type.slug() + "\"");
        }
    }

    @Test
    void anUnknownNameIsNotFound() {
        assertThat(RawHttp.get("/problems/unknown", "Accept", BROWSER).statusCode()).isEqualTo(404);
    }

    @Test
    void thePagesLoadNothingFromElsewhere() {
        assertThat(
                RawHttp.get("/problems/not-found", "Accept", BROWSER).headers().firstValue("Content-Security-Policy")
                        .orElse(""))
                .startsWith("default-src 'none'");
    }
}
