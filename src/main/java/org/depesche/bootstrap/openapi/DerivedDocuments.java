package org.depesche.bootstrap.openapi;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

import org.depesche.bootstrap.openapi.schema.FallbackHtml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * Derives documents from {@code openapi.yaml}: {@code delivery.yaml} with the public paths only, for clients that only read,
 * and {@code openapi-jvm.yaml} and {@code delivery-jvm.yaml}, which describe blocks by inheritance, for generators of Java and
 * Kotlin. The build writes all of them.
 */
public final class DerivedDocuments {

    private static final YAMLMapper YAML = YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES).build();
    private static final String PREFIX = "#/components/schemas/";
    private static final String UNKNOWN = "UnknownBlock";
    private static final String FORMS = "BlockInput";

    private DerivedDocuments() {
    }

    /**
     * Writes the derived documents beside the whole one.
     *
     * @param arguments the folder of {@code openapi.yaml}
     */
    public static void main(String... arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var whole = read(folder.resolve("openapi.yaml").toFile());
        YAML.writeValue(folder.resolve("openapi-jvm.yaml").toFile(), inherited(whole));
        YAML.writeValue(folder.resolve("delivery.yaml").toFile(), delivery(whole));
        YAML.writeValue(folder.resolve("delivery-jvm.yaml").toFile(), inherited(delivery(whole)));
    }

    /** Returns the mapper that writes documents, without a start marker and with long lines in one piece. */
    public static YAMLMapper yaml() {
        return YAML;
    }

    /** Reads a document. */
    public static ObjectNode read(File file) throws IOException {
        return (ObjectNode) YAML.readTree(file);
    }

    /** Returns a copy without the editorial paths, and without what only they use. */
    public static ObjectNode delivery(ObjectNode whole) {
        var document = whole.deepCopy();
        var paths = (ObjectNode) document.path("paths");
        paths.remove(paths.properties().stream().map(path -> path.getKey()).filter(path -> path.startsWith("/v1/editorial"))
                .toList());
        var tags = new TreeSet<String>();
        paths.forEach(path -> path.forEach(operation -> operation.path("tags").forEach(tag -> tags.add(tag.asText()))));
        var declared = (ArrayNode) document.path("tags");
        for (var index = declared.size() - 1; index >= 0; index--) {
            if (!tags.contains(declared.get(index).path("name").asText())) {
                declared.remove(index);
            }
        }
        prune(document);
        return document;
    }

    /**
     * Returns a copy with a base {@code Block} that each type extends by {@code allOf}; of the blocks of forms likewise.
     * Generators for Java and Kotlin make a class hierarchy of it; {@code UnknownBlock} is where clients send types that they
     * do not know.
     */
    public static ObjectNode inherited(ObjectNode original) {
        var document = original.deepCopy();
        var schemas = (ObjectNode) document.path("components").path("schemas");
        var fallback = schemas.path("ParagraphBlock").path("properties").path(FallbackHtml.MEMBER);
        var base = inherit(schemas, "Block");
        ((ObjectNode) base.path("properties")).set(FallbackHtml.MEMBER, fallback.deepCopy());
        schemas.set(UNKNOWN, extension(schemas.objectNode().put("description", "A block of a type newer than the client."),
                "Block"));
        ((ObjectNode) base.path("discriminator").path("mapping")).put("unknown", PREFIX + UNKNOWN);
        if (schemas.has(FORMS)) {
            inherit(schemas, FORMS);
        }
        removeAlternativeUploads(document);
        removeMapsOfAnything(document);
        return document;
    }

    /** Generators for Kotlin make one method of a JSON body and an upload, which does not compile. The JSON body stays. */
    private static void removeAlternativeUploads(ObjectNode document) {
        document.path("paths").forEach(path -> path.forEach(operation -> {
            if (operation.path("requestBody").path("content") instanceof ObjectNode content && content.size() > 1) {
                content.remove("multipart/form-data");
            }
        }));
        prune(document);
    }

    /**
     * Removes {@code additionalProperties} of any type. kotlinx.serialization cannot read such a map, but can read an object
     * without members.
     */
    private static void removeMapsOfAnything(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("additionalProperties").isBoolean()) {
            object.remove("additionalProperties");
        }
        node.forEach(DerivedDocuments::removeMapsOfAnything);
    }

    private static ObjectNode inherit(ObjectNode schemas, String name) {
        var union = (ObjectNode) schemas.path(name);
        union.path("discriminator").path("mapping").forEach(reference -> {
            var type = reference.asText().substring(PREFIX.length());
            schemas.set(type, extension((ObjectNode) schemas.path(type), name));
        });
        union.remove("oneOf");
        union.put("type", "object").putArray("required").add("type");
        union.putObject("properties").putObject("type").put("type", "string").put("description",
                "Tells the types of blocks apart.");
        return union;
    }

    private static ObjectNode extension(ObjectNode block, String base) {
        var own = block.objectNode().put("type", "object");
        var required = own.arrayNode();
        block.path("required").forEach(name -> {
            if (!name.asText().equals("type")) {
                required.add(name);
            }
        });
        if (!required.isEmpty()) {
            own.set("required", required);
        }
        if (block.path("properties") instanceof ObjectNode properties) {
            own.set("properties", properties.deepCopy().without(List.of("type", FallbackHtml.MEMBER)));
        }
        var result = block.objectNode();
        result.set("description", block.path("description"));
        result.putArray("allOf").add(block.objectNode().put("$ref", PREFIX + base)).add(own);
        return result;
    }

    /** Removes the components to which nothing refers, directly or through other components. */
    private static void prune(ObjectNode document) {
        var before = -1;
        var used = new TreeSet<String>();
        while (used.size() != before) {
            before = used.size();
            collect(document.path("paths"), used);
            List.copyOf(used).forEach(pointer -> collect(document.at(pointer.substring(1)), used));
        }
        document.path("components").properties().stream().filter(kind -> !kind.getKey().equals("securitySchemes"))
                .forEach(kind -> ((ObjectNode) kind.getValue()).retain(kind.getValue().properties().stream()
                        .map(entry -> entry.getKey())
                        .filter(name -> used.contains("#/components/" + kind.getKey() + "/" + name)).toList()));
    }

    private static void collect(JsonNode node, TreeSet<String> used) {
        if (node.isTextual() && node.asText().startsWith("#/components/")) {
            used.add(node.asText());
        }
        node.forEach(child -> collect(child, used));
    }
}
