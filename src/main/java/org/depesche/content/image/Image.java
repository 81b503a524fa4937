package org.depesche.content.image;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A registered image. Depesche stores no file: {@code src} refers to another server, or the image has only a description. */
public record Image(UUID id, @Nullable String alt, boolean decorative, @Nullable String caption, @Nullable String credit,
        @Nullable URI src, @Nullable Integer width, @Nullable Integer height, @Nullable FocalPoint focalPoint,
        @Nullable String dominantColor, @Nullable String mediaType, @Nullable Long byteSize, @Nullable String sha256,
        @Nullable Instant takenAt, ImageDetails details, long version, Instant createdAt, Instant updatedAt) {

    /** The point that no crop may cut off, in fractions of width and height from the top left corner. */
    @Schema(
            name = "FocalPoint",
            description = "The point that no crop may lose, as parts of width and height from the top left corner")
    public record FocalPoint(
            @Schema(required = true, minimum = "0", maximum = "1", examples = "0.5") double x,
            @Schema(required = true, minimum = "0", maximum = "1", examples = "0.33") double y) {
    }
}
