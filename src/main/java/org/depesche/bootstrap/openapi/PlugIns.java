package org.depesche.bootstrap.openapi;

import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Names in the OpenAPI document what upper rooms plug into lower ones, which in the code cannot know them. */
final class PlugIns {

    private static final List<String> WITH_LATEST = List.of("CategoryNode", "FlatCategory");

    private PlugIns() {
    }

    static void apply(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        WITH_LATEST.stream().filter(schemas::containsKey).map(name -> schemas.get(name).getProperties().get("latest"))
                .forEach(latest -> latest.items(OASFactory.createSchema().ref("#/components/schemas/ArticleCard")));
    }
}
