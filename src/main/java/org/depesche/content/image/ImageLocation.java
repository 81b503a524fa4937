package org.depesche.content.image;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Where a picture was taken, no nearer than the town. */
@Schema(description = "Where it was taken, no nearer than the town")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageLocation(
        @Schema(examples = "Berlin") @Nullable String city,
        @Schema(description = "ISO 3166-1 alpha-2", examples = "DE") @Nullable String country) {
}
