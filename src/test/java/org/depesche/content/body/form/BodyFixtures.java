package org.depesche.content.body.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.body.ImageReference;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.json.JsonForm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Bodies for tests, with an image registrar that numbers its images and one existing article. */
final class BodyFixtures {

    static final ObjectMapper JSON = new ObjectMapper();
    static final UUID BRIDGE = UUID.fromString("01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c99");

    private int registered;

    static JsonForm form(JsonNode body) {
        return JsonForm.of(JsonNodeFactory.instance.objectNode().set("body", body), "");
    }

    static JsonForm form(String json) {
        try {
            return form(JSON.readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonForm htmlForm(String html) {
        return form(JsonNodeFactory.instance.textNode(html));
    }

    static BodyReader.SanitizedBody read(JsonForm form) {
        var bodies = new BodyFixtures();
        return new BodyReader(bodies::image,
                ref -> Optional.ofNullable(Map.of("neue-bruecke", BRIDGE, BRIDGE.toString(), BRIDGE).get(ref))).read(form,
                        "body");
    }

    static BodyReader.SanitizedBody readHtml(String html) {
        var form = htmlForm(html);
        var body = read(form);
        form.verify();
        return body;
    }

    private Optional<ImageReference> image(JsonForm form) {
        var id = form.text("id", 36).flatMap(Uuid7::parse)
                .orElseGet(() -> new UUID(0x7000L, 0x8000_0000_0000_0000L | ++registered));
        form.ignore("src", "width", "height");
        return Optional.of(new ImageReference(id, form.text("alt", 1_000).orElse(null), form.flag("decorative").orElse(null),
                form.text("caption", 2_000).orElse(null), form.text("credit", 500).orElse(null)));
    }

    static String golden(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/golden/body", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String pretty(Object value) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
