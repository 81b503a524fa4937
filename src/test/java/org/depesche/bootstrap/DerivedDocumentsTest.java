package org.depesche.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import org.depesche.bootstrap.openapi.DerivedDocuments;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

class DerivedDocumentsTest {

    @Test
    void theCommittedDocumentsAreTheOnesDerived() throws IOException {
        var whole = read("openapi.yaml");

        assertThat(read("delivery.yaml")).as("run `mvn package -DskipTests`").isEqualTo(DerivedDocuments.delivery(whole));
        assertThat(read("openapi-jvm.yaml")).as("run `mvn package -DskipTests`").isEqualTo(DerivedDocuments.inherited(whole));
        assertThat(read("delivery-jvm.yaml")).as("run `mvn package -DskipTests`")
                .isEqualTo(DerivedDocuments.inherited(DerivedDocuments.delivery(whole)));
    }

    @Test
    void theDeliveryDocumentHasAllPublicPathsAndNoOthers() throws IOException {
        var whole = read("openapi.yaml").path("paths").properties().stream().map(path -> path.getKey())
                .filter(path -> !path.startsWith("/v1/editorial")).toList();

        var delivery = read("delivery.yaml");

        assertThat(delivery.path("paths").properties()).extracting(path -> path.getKey()).containsExactlyElementsOf(whole);
        assertThat(delivery.path("components").path("schemas").has("ArticleInput")).isFalse();
    }

    @Test
    void everyBlockOfTheWholeDocumentMayCarryFallbackHtml() throws IOException {
        var schemas = read("openapi.yaml").path("components").path("schemas");

        assertThat(schemas.path("Block").path("discriminator").path("mapping")).isNotEmpty().allSatisfy(reference -> {
            var block = schemas.path(reference.asText().replace("#/components/schemas/", ""));
            assertThat(block.path("properties").path("fallbackHtml").path("type").asText()).isEqualTo("string");
            assertThat(block.path("required")).noneMatch(name -> name.asText().equals("fallbackHtml"));
        });
    }

    @Test
    void inTheDocumentsForTheJvmEveryBlockExtendsItsBase() throws IOException {
        assertBlocksExtend("Block", read("delivery-jvm.yaml"));
        assertBlocksExtend("Block", read("openapi-jvm.yaml"));
        assertBlocksExtend("BlockInput", read("openapi-jvm.yaml"));
        assertThat(read("openapi-jvm.yaml").at("/components/schemas/Block/properties").has("fallbackHtml")).isTrue();
    }

    /** A map of anything is a type that kotlinx.serialization cannot read. */
    @Test
    void everyMapDeclaresTheTypeOfItsValues() throws IOException {
        var maps = read("openapi-jvm.yaml").findValues("additionalProperties");

        assertThat(maps).isNotEmpty().allMatch(values -> values.has("type") || values.has("$ref"));
    }

    private static void assertBlocksExtend(String base, ObjectNode document) {
        var schemas = document.path("components").path("schemas");
        assertThat(schemas.path(base).has("oneOf")).isFalse();
        assertThat(schemas.path(base).path("discriminator").path("mapping")).hasSizeGreaterThan(12)
                .allSatisfy(reference -> assertThat(
                        schemas.path(reference.asText().replace("#/components/schemas/", "")).at("/allOf/0/$ref").asText())
                        .isEqualTo("#/components/schemas/" + base));
    }

    private static ObjectNode read(String name) throws IOException {
        return DerivedDocuments.read(Path.of("openapi", name).toFile());
    }
}
