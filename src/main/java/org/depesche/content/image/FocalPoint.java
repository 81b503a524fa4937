package org.depesche.content.image;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The point that no crop may lose, as parts of width and height from the top left corner. */
@Schema(description = "The point that no crop may lose, as parts of width and height from the top left corner")
public record FocalPoint(
        @Schema(required = true, minimum = "0", maximum = "1", examples = "0.5") double x,
        @Schema(required = true, minimum = "0", maximum = "1", examples = "0.33") double y) {
}
