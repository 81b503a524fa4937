package org.depesche.delivery.search;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;

/** The suggestions for a search box. */
@Schema(name = "SuggestionList", description = "Tags, then authors, then the newest articles.")
record SuggestionList(@Schema(required = true) List<Suggestion> items) {

    /** A tag, an author or an article whose name starts with the input. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Suggestion", description = "A tag, an author or an article that completes the input.")
    record Suggestion(@Schema(required = true, examples = "Erfolgreiches zweites Treffen") String text,
            @Schema(implementation = SuggestionList.Kind.class, required = true,
                    examples = "article",
                    description = "`article`, `tag` or `author`; more may come") String kind,
            @Schema(required = true, description = "Of the article, tag or author.") UUID id,
            @Schema(required = true, examples = "erfolgreiches-zweites-treffen") String slug,
            @Schema(
                    ref = "#/components/schemas/ArticleCategory",
                    description = "Of articles: where the article stands on the site.") @Nullable JsonNode category,
            @Schema(description = "Absent while the site has no address") @Nullable URI url) {
    }

    /** The kind of resource to which a suggestion leads. */
    public enum Kind {
        ARTICLE,
        TAG,
        AUTHOR;

        /** The name in the API. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
