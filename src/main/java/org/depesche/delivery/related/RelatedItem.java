package org.depesche.delivery.related;

import java.util.List;
import java.util.Locale;

import org.depesche.content.article.view.ArticleRepresentation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;

/** A related article, and the reason why it was chosen. {@code fields} may leave members out. */
@Schema(name = "RelatedItem", description = "A related article and why it is one.")
public record RelatedItem(
        @JsonUnwrapped ArticleRepresentation article,
        @Schema(implementation = Reason.class, required = true,
                description = "The strategy that chose it: `curated`, `similar` or `latest`; more may come.",
                examples = "latest") @Nullable String reason,
        @Schema(
                description = "For items chosen by content: shared tags and significant words, for people to "
                        + "read.") @Nullable List<String> because,
        @Schema(
                description = "For items chosen by content: how close, higher is closer.",
                examples = "0.72") @Nullable Double score) {

    /** The strategies that choose an article; {@code auto} is none of them, because it combines the others. */
    public enum Reason {
        CURATED,
        SIMILAR,
        LATEST;

        /** The name in the API. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
