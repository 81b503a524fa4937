package org.depesche.content.category;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.depesche.content.site.Site;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One step of the way from the top of the tree to a category. */
@Schema(name = "CategoryStep", description = "One step of the way from the top of the tree")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CategoryStep(
        @Schema(required = true, examples = "politik") String slug,
        @Schema(required = true, examples = "Politik") String name,
        @Schema(description = "Absent while the site has no address", examples = "https://www.example.org/politik") @Nullable URI url) {

    static CategoryStep of(Site site, Category category) {
        return new CategoryStep(category.slug(), category.name(), site.categoryAddress(category.slug()).orElse(null));
    }

    static List<CategoryStep> path(Site site, CategoryTree tree, UUID id) {
        return tree.path(id).stream().map(category -> of(site, category)).toList();
    }
}
