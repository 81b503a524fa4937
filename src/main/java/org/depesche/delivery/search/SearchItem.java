package org.depesche.delivery.search;

import org.depesche.content.article.view.ArticleRepresentation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A hit, as the API shows it. */
@Schema(name = "SearchItem", description = "An article that was found.")
public record SearchItem(
        @JsonUnwrapped ArticleRepresentation article,
        @Schema(
                required = true,
                description = "How well it fits; comparable within one answer alone.",
                examples = "7.31") double score,
        @Schema(required = true, description = "The texts that contain words of the query.") Highlights highlights) {

    /** The texts of a hit that contain words of the query. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "Highlights",
            description = "Texts as HTML, whole words that were looked for in `<mark>`; a text that has none is absent.")
    public record Highlights(
            @Schema(examples = "Erfolgreiches zweites <mark>Treffen</mark>") @Nullable String headline,
            @Nullable String kicker, @Nullable String teaser,
            @Schema(description = "A passage of the text.") @Nullable String body) {
    }
}
