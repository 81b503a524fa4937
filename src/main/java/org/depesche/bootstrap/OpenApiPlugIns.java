package org.depesche.bootstrap;

import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Names in the OpenAPI document what upper rooms plug into lower ones, which in the code cannot know them. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OpenApiPlugIns implements OASFilter {

    private static final List<String> WITH_LATEST = List.of("CategoryNode", "FlatCategory");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        var schemas = document.getComponents().getSchemas();
        WITH_LATEST.stream().filter(schemas::containsKey).map(name -> schemas.get(name).getProperties().get("latest"))
                .forEach(latest -> latest.items(OASFactory.createSchema().ref("#/components/schemas/ArticleCard")));
    }
}
