package org.depesche.content.category;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

@Schema(name = "FlatCategoryList", description = "The site's categories, each before those below it")
record FlatCategoryList(@Schema(required = true, description = "In the desk's order") List<FlatCategory> items) {

    FlatCategoryList {
        items = List.copyOf(items);
    }

    /** A category in the flat list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FlatCategory", description = "A category that names its parent")
    record FlatCategory(
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "landtag") String slug,
            @Schema(required = true, examples = "Landtag") String name,
            @Schema(examples = "Was im Landtag geschieht") @Nullable String description,
            @Schema(
                    description = "Absent while the site has no address",
                    examples = "https://www.example.org/landtag") @Nullable URI url,
            @Schema(
                    required = true,
                    description = "With the articles of all descendants, each once",
                    examples = "57") long articleCount,
            @Schema(
                    description = "Slug of the category it is in; absent at the top",
                    examples = "politik") @Nullable String parent,
            @Schema(description = "Its newest articles as cards; only with `include=latest`") @Nullable List<?> latest) {
    }
}
