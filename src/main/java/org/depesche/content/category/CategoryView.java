package org.depesche.content.category;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.depesche.content.image.view.ImageView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A category with its path and all categories below it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Category", description = "One category with its way from the top and all below it")
record CategoryView(
        @Schema(required = true) UUID id,
        @Schema(
                required = true,
                description = "A whole number below 2^53 beside the id, given once",
                examples = "4711") long serial,
        @Schema(required = true, examples = "landtag") String slug,
        @Schema(required = true, examples = "Landtag") String name,
        @Schema(examples = "Was im Landtag geschieht") @Nullable String description,
        @Nullable ImageView image,
        @Schema(
                description = "Absent while the site has no address",
                examples = "https://www.example.org/landtag") @Nullable URI url,
        @Schema(
                required = true,
                description = "With the articles of all descendants, each once, and of several language versions of a "
                        + "story one",
                examples = "57") long articleCount,
        @Schema(
                required = true,
                description = "Ancestors first, itself last: the `path` of the last step is "
                        + "its own") List<ArticleCategoryView.Breadcrumb> path,
        @Schema(required = true, description = "In the desk's order") List<CategoryListView.CategoryNode> children) {

    CategoryView {
        path = List.copyOf(path);
        children = List.copyOf(children);
    }
}
