package org.depesche.content.comparison;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/** The differences between two revisions. */
@Schema(name = "RevisionDiff", description = "What differs between two revisions")
public record RevisionDiff(@Schema(required = true, examples = "1") int from, @Schema(required = true, examples = "3") int to,
        @Schema(required = true, description = "Empty when both say the same") List<Change> changes) {

    /** The change of one member, or of one block of the body. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "RevisionChange", description = "One difference")
    public record Change(
            @Schema(
                    required = true,
                    description = "Where: a JSON pointer into the newer one of the two named, for what was removed into the "
                            + "other",
                    examples = "/headline") String pointer,
            @Schema(required = true, description = "`added`, `removed` or `changed`", examples = "changed") String kind,
            @Schema(
                    implementation = Object.class,
                    description = "What it said in `from`: any JSON value",
                    examples = "Treffen in Bonn") @Nullable JsonNode before,
            @Schema(
                    implementation = Object.class,
                    description = "What it says in `to`: any JSON value",
                    examples = "Treffen in Berlin") @Nullable JsonNode after,
            @Schema(description = "A changed text word by word; left out where it is very long") List<Piece> words) {
    }

    /** A run of words that both texts have, or only one of them. */
    @Schema(name = "RevisionWords", description = "A piece of a changed text")
    public record Piece(
            @Schema(required = true, description = "`same`, `removed` or `added`", examples = "removed") String kind,
            @Schema(required = true, examples = "in Bonn") String text) {
    }
}
