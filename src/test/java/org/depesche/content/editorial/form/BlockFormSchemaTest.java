package org.depesche.content.editorial.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.depesche.content.editorial.EditorialRequests;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.quarkus.test.junit.QuarkusTest;

/** The schema of blocks in the OpenAPI document matches the reader. */
@QuarkusTest
class BlockFormSchemaTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonNode schemas = JSON.objectNode();

    @TestFactory
    Stream<DynamicTest> everyDocumentedMemberOfEveryTypeIsTaken() throws IOException {
        schemas = new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile()).at("/components/schemas");
        var types = schemas.at("/BlockInput/discriminator/mapping").properties();

        assertThat(types).hasSameSizeAs(schemas.at("/Block/discriminator/mapping").properties());
        return types.stream().map(type -> dynamicTest(type.getKey(), () -> {
            var block = whole(schemas.path(name(type.getValue().asText())));

            var written = EditorialRequests.postArticle(Map.of("headline", "x", "body", List.of(block))).statusCode(201)
                    .extract();

            assertThat(written.jsonPath().getList("body.type")).containsExactly(type.getKey());
        }));
    }

    /** A block with every member, but only one of `html` and `text`. */
    private ObjectNode whole(JsonNode schema) {
        var made = JSON.objectNode();
        schema.path("properties").properties().forEach(member -> made.set(member.getKey(), value(member.getValue())));
        if (made.has("html")) {
            made.remove("text");
        }
        return made.has("src") ? made.retain("alt", "caption", "credit", "src", "width", "height") : made;
    }

    private JsonNode value(JsonNode schema) {
        if (schema.has("$ref")) {
            var name = name(schema.path("$ref").asText());
            return name.equals("BlockInput") ? whole(schemas.path("ParagraphBlockInput")) : whole(schemas.path(name));
        }
        if (schema.at("/examples/0").asText().equals("haushalt-beschlossen")) {
            return JSON.textNode(EditorialRequests.createArticle(Map.of("headline", "Ziel")).path("id"));
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        return switch (schema.path("type").asText()) {
            case "array" -> JSON.arrayNode().add(value(schema.path("items")));
            case "integer" -> JSON.numberNode(schema.path("minimum").asInt(3));
            case "boolean" -> JSON.booleanNode(true);
            default -> schema.has("x-extensible-enum") ? schema.path("x-extensible-enum").get(0)
                    : JSON.textNode(schema.at("/examples/0").asText("https://www.example.org/vtt"));
        };
    }

    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
