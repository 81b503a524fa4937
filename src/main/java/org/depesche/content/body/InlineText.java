package org.depesche.content.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The inline HTML of a list item or a table cell. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InlineText", description = "A list item or a table cell.")
public record InlineText(
        @Schema(
                description = "Sanitised inline HTML, safe to insert as it is; absent in an empty cell.",
                examples = "<strong>4.300</strong> Euro") @Nullable String html) {
}
