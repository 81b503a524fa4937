package org.depesche.content.category;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.site.Site;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A category as an article shows it. */
@Schema(name = "ArticleCategory", description = "A category as an article shows it")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CategoryView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "politik") String slug,
        @Schema(required = true, examples = "Politik") String name,
        @Schema(description = "Absent while the site has no address", examples = "https://www.example.org/politik") @Nullable URI url,
        @Schema(required = true, description = "Ancestors first, itself last") List<CategoryStep> path) {

    public CategoryView {
        path = List.copyOf(path);
    }

    /** Empty for a category that is not of this tree. */
    public static Optional<CategoryView> of(Site site, CategoryTree tree, UUID id) {
        return tree.byId(id).map(category -> new CategoryView(id, category.slug(), category.name(),
                site.categoryAddress(category.slug()).orElse(null), CategoryStep.path(site, tree, id)));
    }
}
