package org.depesche.bootstrap.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ChaptersResourceTest {

    @ParameterizedTest
    @MethodSource("slugs")
    void aChapterIsAPage(String slug) {
        var answer = given().get("/docs/" + slug).then().statusCode(200).contentType(startsWith("text/html"))
                .header("Cache-Control", containsString("public")).extract();

        var page = Jsoup.parse(answer.asString());
        assertThat(answer.header("Content-Security-Policy")).isEqualTo(DocsResource.POLICY);
        assertThat(page.title()).isEqualTo(page.select("h1").text() + " – Depesche documentation");
        assertThat(page.select("meta[name=description]").attr("content")).isNotBlank();
        assertThat(page.select("main pre:not(.curl), script:not([src]), style, [style], [onclick]")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void aChapterIsMarkdownToo(String slug) {
        var file = new MarkdownFile(MarkdownFile.FOLDER.resolve(slug + ".md"));

        var answer = given().get("/docs/" + slug + ".md").then().statusCode(200).contentType("text/markdown;charset=UTF-8");

        assertThat(answer.extract().asString()).isEqualTo(file.text());
    }

    @Test
    void everyLinkOfEveryPageLeadsToAPageAndAnAnchor() {
        var pages = new HashMap<String, Document>();
        var found = new HashMap<String, Boolean>();
        var broken = new TreeSet<String>();
        for (var path : paths()) {
            for (var link : page(pages, path).select("a[href]").eachAttr("href")) {
                var target = link.startsWith("#") ? path + link : link; // each page links to all others
                if (!link.matches("https?://.+") && !found.computeIfAbsent(target, to -> leadsSomewhere(pages, to))) {
                    broken.add(path + " -> " + link);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void theContentsAndLlmsTxtListEveryChapter() {
        var contents = Jsoup.parse(given().get("/docs/chapters").then().statusCode(200).extract().asString());
        var llms = given().get("/docs/llms.txt").then().statusCode(200).contentType("text/plain;charset=UTF-8").extract()
                .asString();

        assertThat(contents.select("main a").eachAttr("href"))
                .containsAll(slugs().stream().map(slug -> "/docs/" + slug).toList());
        assertThat(llms).startsWith("# Depesche").contains("\n> ");
        assertThat(slugs())
                .allSatisfy(slug -> assertThat(llms).containsPattern("- \\[.+]\\(https?://.+/docs/" + slug + "\\.md\\): .+"));
    }

    @Test
    void anUnchangedChapterIsNotSentAgain() {
        var tag = given().get("/docs/concepts").then().statusCode(200).extract().header("ETag");

        given().header("If-None-Match", tag).get("/docs/concepts").then().statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/docs/no-such-chapter", "/docs/no-such-chapter.md" })
    void anUnknownChapterIsAProblem(String path) {
        given().get(path).then().statusCode(404).contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/problems/not-found"));
    }

    private static boolean leadsSomewhere(Map<String, Document> pages, String target) {
        var parts = target.split("#", 2);
        return parts.length == 1 ? given().head(target).statusCode() == 200
                : !page(pages, parts[0]).select("[id=" + parts[1] + "]").isEmpty();
    }

    private static Document page(Map<String, Document> pages, String path) {
        return pages.computeIfAbsent(path,
                address -> Jsoup.parse(given().get(address).then().statusCode(200).extract().asString()));
    }

    private static List<String> paths() {
        return slugs().stream().map(slug -> "/docs/" + slug).toList();
    }

    private static List<String> slugs() {
        return new Chapters().groups().stream().flatMap(group -> group.chapters().stream()).map(Chapter::slug).toList();
    }
}
