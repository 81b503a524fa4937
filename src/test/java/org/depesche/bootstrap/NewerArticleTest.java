package org.depesche.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.depesche.bootstrap.openapi.DerivedDocuments;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;

/** The article of a later version, which generated clients read, has all that an article of this version must have. */
class NewerArticleTest {

    private static final String DOCUMENT = "https://depesche.example/openapi";

    @Test
    void onlyItsBlocksAreNewerThanTheSchema() throws IOException {
        var document = DerivedDocuments.read(Path.of("openapi/openapi.yaml").toFile()).toString();
        var article = (ObjectNode) new ObjectMapper().readTree(Path.of("src/test/clients/newer-article.json").toFile());
        var factory = JsonSchemaFactory.getInstance(VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(DOCUMENT, document))));

        var schema = factory.getSchema(SchemaLocation.of(DOCUMENT + "#/components/schemas/Article"));

        assertThat(schema.validate(article)).isNotEmpty()
                .allSatisfy(mistake -> assertThat(mistake.getInstanceLocation().toString()).startsWith("$.body["));
    }
}
