package org.depesche.content.category.desk;

import org.depesche.content.image.ImageReference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Used only for the OpenAPI document: {@link CategoryFormReader} reads the body, to report all errors at once. */
@Schema(name = "CategoryForm", description = "What is left out is empty")
record CategoryFormSchema(
        @Schema(
                description = "Made from the name when not given; a changed one redirects",
                examples = "landtag",
                maxLength = 190) @Nullable String slug,
        @Schema(required = true, examples = "Landtag", minLength = 1, maxLength = 200) String name,
        @Schema(
                description = "Slug or id of the category it is in; absent at the top",
                examples = "politik") @Nullable String parent,
        @Schema(examples = "Was im Landtag geschieht", maxLength = 5000) @Nullable String description,
        @Schema(implementation = ImageReference.class) @Nullable ImageReference image,
        @Schema(
                description = "Siblings are ordered by position, then by name; the last one when not given",
                examples = "3") @Nullable Integer position) {
}
