package org.depesche.content.category;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.depesche.content.image.view.ImageView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The categories of a site, as a tree or as a list. */
@Schema(
        name = "CategoryList",
        description = "The site's categories: those at the top, each with its `children`; with `flat=true` all of them, each "
                + "before those below it and with its `parent`")
record CategoryListView(@Schema(required = true, description = "In the desk's order") List<CategoryNode> items) {

    CategoryListView {
        items = List.copyOf(items);
    }

    /** A category in a tree or in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CategoryNode", description = "A category: in a tree with its `children`, in a list with its `parent`")
    record CategoryNode(
            @Schema(required = true) UUID id,
            @Schema(
                    required = true,
                    description = "A whole number below 2^53 beside the id, given once",
                    examples = "4711") long serial,
            @Schema(required = true, examples = "politik") String slug,
            @Schema(required = true, examples = "Politik") String name,
            @Schema(examples = "Aus Rathaus und Landtag") @Nullable String description,
            @Nullable ImageView image,
            @Schema(
                    description = "Absent while the site has no address",
                    examples = "https://www.example.org/politik") @Nullable URI url,
            @Schema(
                    required = true,
                    description = "The part of the address below that of the site",
                    examples = "/politik") String path,
            @Schema(
                    required = true,
                    description = "With the articles of all descendants, each once, and of several language versions "
                            + "of a story one",
                    examples = "1234") long articleCount,
            @Schema(
                    description = "Those below it, in the desk's order, also when there are none; absent with "
                            + "`flat=true`") @Nullable List<CategoryNode> children,
            @Schema(
                    description = "Slug of the category it is in; with `flat=true`, and absent at the top",
                    examples = "politik") @Nullable String parent,
            @Schema(
                    description = "Its newest articles, in the amount of `latestView`; only with "
                            + "`include=latest`") @Nullable List<?> latest) {

        CategoryNode {
            children = children == null ? null : List.copyOf(children);
        }
    }
}
