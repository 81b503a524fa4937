package org.depesche.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.depesche.content.body.ImageReference;
import org.depesche.content.body.form.BodyReader;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.json.JsonForm;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class SampleFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> TYPES = Set.of("news", "feature", "interview", "opinion", "event", "video", "podcast");
    private static final Set<String> BLOCKS = Set.of("paragraph", "heading", "quote", "question", "list", "box", "image",
            "gallery", "table", "embed", "media", "file", "articleLink");

    private final List<JsonNode> categories = lines("/sample/categories.json", true);
    private final List<JsonNode> articles = lines("/sample/articles.ndjson", false);

    @Test
    void parentsPrecedeTheirChildren() {
        var slugs = new HashSet<String>();

        for (var category : categories) {
            category.findValuesAsText("parent").forEach(parent -> assertThat(slugs).contains(parent));
            assertThat(slugs.add(category.path("slug").asText())).as("once").isTrue();
            assertThat(Slug.isSlug(category.path("slug").asText())).isTrue();
        }
    }

    @Test
    void everyCategoryExistsAndContainsArticlesOrCategories() {
        var slugs = new TreeSet<>(words(categories.stream(), "slug"));

        var named = new TreeSet<>(words(articles.stream(), "category"));
        articles.forEach(article -> article.path("categories").forEach(category -> named.add(category.asText())));

        assertThat(slugs).containsAll(named);
    }

    @Test
    void articlesAreSortedOldestFirstAndHaveUniqueSlugs() {
        var days = words(articles.stream(), "publishedAt").stream().map(at -> at.substring(0, 10)).toList();

        assertThat(days).isSorted().hasSize(articles.size());
        assertThat(words(articles.stream(), "slug")).doesNotHaveDuplicates().allMatch(Slug::isSlug);
        assertThat(articles).hasSizeBetween(12, 16);
    }

    @Test
    void linkedArticlesPrecedeTheirLinks() {
        var earlier = new HashSet<String>();

        for (var article : articles) {
            var linked = article.findValues("article").stream().map(target -> target.path("slug").asText());
            assertThat(earlier).containsAll(linked.toList()).containsAll(article.findValuesAsText("translationOf"));
            earlier.add(article.path("slug").asText());
        }
    }

    @Test
    void everyTypeOfArticleAndBlockOccurs() {
        var types = new TreeSet<>(words(articles.stream(), "type"));
        types.add("news");

        assertThat(types).containsAll(TYPES);
        assertThat(new TreeSet<>(articles.stream().flatMap(article -> blocks(article.path("body"))).toList()))
                .containsAll(BLOCKS);
        assertThat(articles).anyMatch(article -> article.path("body").isTextual())
                .anyMatch(article -> article.path("sensitive").asBoolean())
                .anyMatch(article -> article.has("advertising")).anyMatch(article -> article.has("corrections"))
                .anyMatch(article -> article.has("aliases")).anyMatch(article -> article.has("translationOf"));
    }

    @Test
    void bodiesAreCleanAlready() {
        var reader = new BodyReader(form -> {
            form.ignoreRest();
            return Optional.of(new ImageReference(Uuid7.next(), null, null, null, null));
        }, ref -> Optional.of(Uuid7.next()));

        for (var article : articles) {
            var form = JsonForm.of(JSON.createObjectNode().set("body", article.path("body")), "");
            assertThat(reader.read(form, "body").warnings()).as(article.path("slug").asText()).isEmpty();
            assertThat(form.errors()).as(article.path("slug").asText()).isEmpty();
        }
    }

    private static Stream<String> blocks(JsonNode body) {
        return body.findValuesAsText("type").stream();
    }

    private static List<String> words(Stream<JsonNode> nodes, String member) {
        return nodes.filter(node -> node.has(member)).map(node -> node.path(member).asText()).toList();
    }

    private static List<JsonNode> lines(String resource, boolean array) {
        try (var in = Objects.requireNonNull(SampleFilesTest.class.getResourceAsStream(resource), resource)) {
            if (array) {
                return StreamSupport.stream(JSON.readTree(in).spliterator(), false).toList();
            }
            return new BufferedReader(new InputStreamReader(in, UTF_8)).lines().map(SampleFilesTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }
}
