package org.depesche.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.depesche.bootstrap.openapi.DerivedDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README and the chapters as files, as readers of the repository see them. */
class MarkdownFilesTest {

    @Test
    void theReadmeIsShort() {
        assertThat(new MarkdownFile(MarkdownFile.README).text().lines().count()).isLessThanOrEqualTo(300);
    }

    @Test
    void theListOfChaptersNamesEveryFileOnce() {
        var listed = new Chapters().groups().stream().flatMap(group -> group.chapters().stream()).map(Chapter::slug);

        assertThat(listed).containsExactlyInAnyOrderElementsOf(chapterFiles().map(MarkdownFilesTest::slug).toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyInternalLinkLeadsToAFileAndAnAnchor(MarkdownFile file) {
        var broken = new ArrayList<String>();
        for (var link : file.rendered().select("a[href]").eachAttr("href")) {
            if (!link.matches("https?://.+") && !leadsSomewhere(file, link)) {
                broken.add(link);
            }
        }

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("chapterFiles")
    void aChapterHasOneTitleAndNoHtmlOfItsOwn(MarkdownFile file) {
        var rendered = file.rendered();
        rendered.select("code").remove();

        assertThat(rendered.select("h1")).hasSize(1);
        assertThat(rendered.text()).doesNotContain("<");
    }

    /** F7: a new route that programs read needs a line there. */
    @Test
    void theRuleForCdnsNamesEveryPublicRoute() throws IOException {
        var rule = Files.readString(Path.of("src/main/docs/caching-and-cdns.md")).replaceFirst("(?s).*```text", "");
        var routes = DerivedDocuments.read(Path.of("openapi/delivery.yaml").toFile()).path("paths").properties().stream()
                .map(Map.Entry::getKey);

        assertThat(Stream.concat(routes, Stream.of("/media/x", "/embed.js", "/embed/x.js")).map(
                route -> route.replaceFirst("(^/[^/{]+/).*", "$1")).distinct()).isNotEmpty()
                .allSatisfy(prefix -> assertThat(rule).contains("\"" + prefix + "\""));
    }

    private static boolean leadsSomewhere(MarkdownFile file, String link) {
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty() ? file.path() : file.path().resolveSibling(parts[0]).normalize();
        return Files.isRegularFile(target)
                && (parts.length == 1 || !new MarkdownFile(target).rendered().select("[id=" + parts[1] + "]").isEmpty());
    }

    private static List<MarkdownFile> files() {
        return MarkdownFile.all().toList();
    }

    private static Stream<MarkdownFile> chapterFiles() {
        return MarkdownFile.all().filter(file -> !file.path().endsWith("README.md"));
    }

    private static String slug(MarkdownFile file) {
        return file.path().getFileName().toString().replace(".md", "");
    }
}
