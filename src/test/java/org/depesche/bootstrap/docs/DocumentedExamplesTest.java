package org.depesche.bootstrap.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.depesche.testkit.SecondProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Whoever starts the sample newsroom can copy the examples of the README and of the chapters. */
@QuarkusTest
@TestProfile(SecondProfile.class)
class DocumentedExamplesTest {

    private static final int SAMPLE_ARTICLES = 16;
    private static final String SERVICE = "http://localhost:8080";
    private static final Pattern FENCE = Pattern.compile("(?sm)^```\\w+\n(.*?)^```");
    private static final Pattern COMMAND = Pattern.compile("(?m)^curl (?:[^\n\\\\]|\\\\.)*(?:\\\\\n[^\n]*)*");
    private static final Pattern ADDRESS = Pattern.compile(SERVICE + "(/[^\\s'\"<>|)]*)");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"" + SERVICE + "(/[^\"]*)\"");
    private static final Pattern CATEGORY = Pattern
            .compile("categor(?:y\": *\"|y=\"?|ies/)([a-zäöü][a-zäöü-]*(?:,[a-z-]+)*)");
    private static final Pattern ARTICLE = Pattern.compile("/articles/([a-z0-9-]{3,})(?=[/?'\".])");

    /** The sample is imported after the start. */
    @BeforeEach
    void theSampleIsImported() {
        await().until(() -> given().get("/v1/articles?limit=1&total=true&translations=all")
                .<Integer> path("page.total") >= SAMPLE_ARTICLES);
    }

    @Test
    void everyAddressThatAnExampleReadsIsThere() {
        var addresses = Stream.concat(examples().flatMap(DocumentedExamplesTest::read),
                examples().flatMap(example -> LINK.matcher(example).results().map(found -> found.group(1)))).distinct()
                .toList();

        assertThat(addresses).hasSizeGreaterThan(12).contains("/feeds/categories/stadtpolitik.rss", "/embed.js")
                .allSatisfy(address -> assertThat(get(address)).as(address).isEqualTo(200));
    }

    @Test
    void everyCategoryAndArticleOfAnExampleIsInTheSample() {
        var categories = examples().flatMap(example -> CATEGORY.matcher(example).results())
                .flatMap(found -> Stream.of(found.group(1).split(","))).distinct().toList();
        var articles = examples().flatMap(example -> ARTICLE.matcher(example).results()).map(found -> found.group(1)).distinct()
                .toList();

        assertThat(categories).contains("stadtpolitik", "sport")
                .allSatisfy(slug -> assertThat(get("/v1/categories/" + slug)).as(slug).isEqualTo(200));
        assertThat(articles).contains("die-letzte-seilerin")
                .allSatisfy(slug -> assertThat(get("/v1/articles/" + slug)).as(slug).isEqualTo(200));
    }

    /** The addresses of commands that send nothing and need no key. */
    private static Stream<String> read(String example) {
        return COMMAND.matcher(example).results().map(found -> found.group())
                .filter(command -> !command.matches("(?s).* (-X|-d|-F|--data\\S*) .*|(?s).*Authorization.*"))
                .flatMap(command -> ADDRESS.matcher(command).results().map(found -> found.group(1)));
    }

    private static int get(String address) {
        return given().urlEncodingEnabled(false).get(address.replace("&amp;", "&")).statusCode();
    }

    private static Stream<String> examples() {
        return files().stream().flatMap(file -> FENCE.matcher(text(file)).results().map(found -> found.group(1)));
    }

    private static List<Path> files() {
        try (var chapters = Files.list(MarkdownFile.FOLDER)) {
            return Stream.concat(Stream.of(Path.of("README.md")), chapters.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
