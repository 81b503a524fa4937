package org.depesche.content.author;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An author as articles show it. */
@Schema(name = "ArticleAuthor", description = "An author as an article shows them")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleAuthorView(
        @Schema(required = true, examples = "jule-petersen") String slug,
        @Schema(required = true, examples = "Jule Petersen") String name,
        @Schema(examples = "jpe") @Nullable String initials) {

    public static ArticleAuthorView of(Author author) {
        return new ArticleAuthorView(author.slug(), author.name(), author.initials());
    }
}
