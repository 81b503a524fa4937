package org.depesche.content.author;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Used only for the OpenAPI document: bodies are read member by member, to report all errors at once. */
@Schema(name = "AuthorForm", description = "What is left out is empty")
record AuthorFormSchema(
        @Schema(
                description = "Made from the name when not given; a changed one redirects",
                examples = "jule-petersen",
                maxLength = 190) @Nullable String slug,
        @Schema(required = true, examples = "Jule Petersen", minLength = 1, maxLength = 200) String name,
        @Schema(
                description = "The short form, as it stands below reports",
                examples = "jpe",
                maxLength = 20) @Nullable String initials) {
}
