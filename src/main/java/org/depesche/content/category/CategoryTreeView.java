package org.depesche.content.category;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

@Schema(name = "CategoryTree", description = "The site's categories: those at the top, each with its children")
record CategoryTreeView(@Schema(required = true, description = "In the desk's order") List<CategoryNode> items) {

    CategoryTreeView {
        items = List.copyOf(items);
    }

    /** A category in the tree. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CategoryNode", description = "A category with those below it")
    record CategoryNode(
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "politik") String slug,
            @Schema(required = true, examples = "Politik") String name,
            @Schema(examples = "Aus Rathaus und Landtag") @Nullable String description,
            @Schema(
                    description = "Absent while the site has no address",
                    examples = "https://www.example.org/politik") @Nullable URI url,
            @Schema(
                    required = true,
                    description = "With the articles of all descendants, each once",
                    examples = "1234") long articleCount,
            @Schema(required = true, description = "In the desk's order") List<CategoryNode> children,
            @Schema(description = "Its newest articles as cards; only with `include=latest`") @Nullable List<?> latest) {

        CategoryNode {
            children = List.copyOf(children);
        }
    }
}
