package org.depesche.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;

/** Each response of the document has a whole example, which fits its schema and has no member that the schema lacks. */
class ResponseExamplesTest {

    private static final String DOCUMENT = "https://depesche.example/openapi";
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private JsonNode document;
    private JsonSchema whole;

    @BeforeEach
    void load() throws IOException {
        document = new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile());
        var text = document.toString();
        whole = JsonSchemaFactory.getInstance(VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(DOCUMENT, text))))
                .getSchema(SchemaLocation.of(DOCUMENT));
    }

    @Test
    void everyExampleFitsItsSchemaAndEveryMemberIsDocumented() {
        var mistakes = new ArrayList<String>();
        var checked = new HashSet<String>();
        contents().forEach((pointer, content) -> {
            var example = content.has("example") ? content.path("example") : firstExample(content);
            if (example.isMissingNode()) {
                mistakes.add(pointer + " has no example");
            } else {
                // The problems of all operations are the same few.
                if (checked.add(content.path("schema").toString() + example)) {
                    validate(pointer + "/schema", example).forEach(mistake -> mistakes.add(pointer + " " + mistake));
                    if (!isOfOtherStandard(pointer, content.path("schema"))) {
                        undeclared(content.path("schema"), example, pointer, mistakes);
                    }
                }
            }
        });

        assertThat(mistakes).isEmpty();
    }

    private JsonNode firstExample(JsonNode content) {
        var reference = content.path("examples").path(content.path("examples").fieldNames().hasNext()
                ? content.path("examples").fieldNames().next()
                : "");
        return dereference(reference).path("value");
    }

    /** The content of each response, by its JSON pointer. */
    private Map<String, JsonNode> contents() {
        var found = new TreeMap<String, JsonNode>();
        document.path("paths").properties().forEach(path -> METHODS.forEach(method -> path.getValue().path(method)
                .path("responses").properties().forEach(response -> response.getValue().path("content").properties().stream()
                        .filter(content -> !content.getKey().startsWith("image/"))
                        .forEach(content -> found.put("/paths/" + escape(path.getKey()) + "/" + method + "/responses/"
                                + response.getKey() + "/content/" + escape(content.getKey()), content.getValue())))));
        assertThat(found).hasSizeGreaterThan(500);
        return found;
    }

    /** JSON Feed, ninjs, schema.org and ODRL declare their members themselves. */
    private static boolean isOfOtherStandard(String pointer, JsonNode schema) {
        return (pointer.startsWith("/paths/~1feeds~1") || pointer.contains("tdm-policy.json/"))
                && schema.path("additionalProperties").asBoolean() && !schema.has("properties");
    }

    private void undeclared(JsonNode schema, JsonNode value, String at, List<String> mistakes) {
        var whole = alternative(dereference(schema), value);
        if (value.isArray()) {
            value.forEach(item -> undeclared(whole.path("items"), item, at, mistakes));
        } else if (value.isObject() && !whole.has("oneOf") && !whole.has("anyOf")) {
            value.properties().forEach(member -> {
                var declared = member(whole, member.getKey());
                if (declared.isMissingNode()) {
                    mistakes.add(at + " has a member that the schema lacks: " + member.getKey());
                } else {
                    undeclared(declared, member.getValue(), at + "/" + member.getKey(), mistakes);
                }
            });
        }
    }

    /** Returns what the discriminator of a union chooses for the value. */
    private JsonNode alternative(JsonNode schema, JsonNode value) {
        var discriminator = schema.path("discriminator");
        var chosen = discriminator.path("mapping").path(value.path(discriminator.path("propertyName").asText()).asText());
        return chosen.isMissingNode() ? schema : document.at(chosen.asText().substring(1));
    }

    private JsonNode member(JsonNode schema, String name) {
        var whole = dereference(schema);
        if (whole.path("properties").has(name)) {
            return whole.path("properties").path(name);
        }
        if (whole.path("additionalProperties").isObject()) {
            return whole.path("additionalProperties");
        }
        return whole.path("allOf").valueStream().map(part -> member(part, name)).filter(found -> !found.isMissingNode())
                .findFirst().orElse(document.path("nothing"));
    }

    private JsonNode dereference(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** A part of the document, which is parsed once: a schema of its own for each location would hold a copy each. */
    private JsonSchema schema(String pointer) {
        var path = new JsonNodePath(PathType.JSON_POINTER);
        for (var step : pointer.substring(1).split("/")) {
            path = path.append(step.replace("~1", "/").replace("~0", "~"));
        }
        return whole.getSubSchema(path);
    }

    private List<String> validate(String pointer, JsonNode example) {
        return schema(pointer).validate(example, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(Object::toString).toList();
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

}
