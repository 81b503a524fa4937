package org.depesche.content.body.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.depesche.content.body.BodyText;
import org.depesche.kernel.PlainText;
import org.depesche.platform.json.JsonForm;
import org.depesche.testkit.SharedMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Bodies of real newsrooms keep every word. */
class RealBodiesTest {

    @Test
    void theBodyOfTheFoundingPageIsReadWithoutAWarning() {
        var form = JsonForm.parse(SharedMaterial.text("data/seed/articles.ndjson").lines().findFirst().orElseThrow()
                .getBytes(StandardCharsets.UTF_8));

        var body = BodyFixtures.read(form);

        assertThat(form.errors()).noneMatch(error -> String.valueOf(error.pointer()).startsWith("/body/"));
        assertThat(body.warnings()).isEmpty();
        assertThat(BodyText.of(body.blocks())).isEqualTo(texts(form.json().path("body")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "data/articles/wikinews-de-train.ndjson.gz", "data/articles/10kgnad-test-part1.ndjson.gz" })
    void articlesAsPlainTextKeepEveryWord(String file) {
        var changed = new String(SharedMaterial.bytes(file), StandardCharsets.UTF_8).lines().map(RealBodiesTest::json)
                .map(article -> article.path("text").asText()).filter(text -> !text.isBlank())
                .filter(text -> !BodyText.of(BodyFixtures.readHtml(text).blocks()).equals(paragraphs(text)));

        assertThat(changed.limit(3)).isEmpty();
    }

    private static String texts(JsonNode blocks) {
        return Stream.iterate(0, i -> i < blocks.size(), i -> i + 1).map(blocks::get)
                .map(block -> block.path("html").asText("") + block.path("text").asText(""))
                .collect(Collectors.joining("\n\n"));
    }

    private static String paragraphs(String text) {
        return Arrays.stream(text.split("\\n\\s*\\n")).map(String::strip).filter(part -> !part.isEmpty()).map(PlainText::of)
                .collect(Collectors.joining("\n\n"));
    }

    private static JsonNode json(String line) {
        try {
            return BodyFixtures.JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
