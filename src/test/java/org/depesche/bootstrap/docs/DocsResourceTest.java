package org.depesche.bootstrap.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
class DocsResourceTest {

    @Test
    void theRootPathRedirectsToTheEntryPage() {
        given().redirects().follow(false).header("Host", "elsewhere.example").get("/").then().statusCode(302)
                .header("Location", "/docs");

        assertThat(page("/").title()).contains("Depesche");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/docs", "/docs/api", "/docs/embed" })
    void pagesLoadNothingFromOtherHosts(String path) {
        var policy = given().get(path).then().statusCode(200).extract().header("Content-Security-Policy");
        var own = "http://localhost:" + RestAssured.port;

        assertThat(policy.replace(own, "'self'")).contains("default-src 'none'").doesNotContain("unsafe", "*", "http");
        assertThat(page(path).select("script:not([src]), style, [style], [onclick], [onload]")).isEmpty();
        assertThat(page(path).select("script, img, iframe, link").eachAttr("src")).allMatch(DocsResourceTest::isHere);
        assertThat(page(path).select("link").eachAttr("href")).allMatch(DocsResourceTest::isHere);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/docs", "/docs/api", "/docs/embed" })
    void everyResourceOfAPageExists(String path) {
        for (var part : page(path).select("script[src], img[src], link[href]")) {
            given().get(part.hasAttr("src") ? part.attr("src") : part.attr("href")).then().statusCode(200);
        }
    }

    @Test
    void theCommandsContainTheHostOfTheRequest() {
        var lines = Jsoup.parse(given().header("Host", "depesche.example:8443").get("/docs").asString()).select("pre.curl");

        assertThat(lines.eachText()).isNotEmpty().allMatch(line -> line.contains("'http://depesche.example:8443/v1/"));
    }

    @Test
    void aPageWithTheHostOfTheRequestIsNotShared() {
        given().header("Host", "elsewhere.example").get("/docs").then().header("Cache-Control", "private, max-age=10");
        given().get("/docs/api").then().header("Cache-Control", startsWith("public"));
    }

    @Test
    void anInvalidHostIsNotInACommand() {
        var page = given().header("Host", "x$(id)").get("/docs").asString();

        assertThat(page).doesNotContain("$(id)");
    }

    private static boolean isHere(String url) {
        return url.startsWith("/") && !url.startsWith("//");
    }

    private static Document page(String path) {
        return Jsoup.parse(given().get(path).then().statusCode(200).extract().asString(), RestAssured.baseURI);
    }
}
