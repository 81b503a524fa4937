package org.depesche.content.category;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.site.Site;
import org.depesche.kernel.MediaTopic;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/** A category as articles show it. */
@Schema(name = "ArticleCategory", description = "A category as an article shows it")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleCategoryView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "politik") String slug,
        @Schema(required = true, examples = "Politik") String name,
        @Schema(
                description = "Absent while the site has no address",
                examples = "https://www.example.org/politik") @Nullable URI url,
        @Schema(
                required = true,
                description = "Ancestors first, itself last: the `path` of the last step is its own") List<Breadcrumb> path,
        @JsonIgnore @Schema(hidden = true) @Nullable MediaTopic mediaTopic) {

    public ArticleCategoryView {
        path = List.copyOf(path);
    }

    /** Returns the view of a category. Empty if the category is not in this tree. */
    public static Optional<ArticleCategoryView> of(Site site, CategoryTree tree, UUID id) {
        return tree.byId(id).map(category -> new ArticleCategoryView(id, category.slug(), category.name(),
                site.categoryAddress(category.slug()).orElse(null), Breadcrumb.path(site, tree, id),
                category.mediaTopic() == null ? null : new MediaTopic(category.mediaTopic(), category.name())));
    }

    /** One ancestor in the path of a category, or the category itself. */
    @Schema(name = "CategoryStep", description = "One step of the way from the top of the tree")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Breadcrumb(
            @Schema(required = true, examples = "politik") String slug,
            @Schema(required = true, examples = "Politik") String name,
            @Schema(
                    description = "Absent while the site has no address",
                    examples = "https://www.example.org/politik") @Nullable URI url,
            @Schema(
                    required = true,
                    description = "The part of the address below that of the site",
                    examples = "/politik") String path) {

        static Breadcrumb of(Site site, Category category) {
            return new Breadcrumb(category.slug(), category.name(), site.categoryAddress(category.slug()).orElse(null),
                    Site.categoryPath(category.slug()));
        }

        static List<Breadcrumb> path(Site site, CategoryTree tree, UUID id) {
            return tree.path(id).stream().map(category -> of(site, category)).toList();
        }
    }
}
