package org.depesche.content.image;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A registered image. Its file is stored here, or {@code src} refers to another server, or it has only a description.
 *
 * @param width of the upright picture
 */
public record Image(UUID id, long serial, @Nullable String alt, boolean decorative, @Nullable String caption,
        @Nullable String credit,
        @Nullable URI src, @Nullable Integer width, @Nullable Integer height, @Nullable FocalPoint focalPoint,
        @Nullable String dominantColor, @Nullable String mediaType, @Nullable Long byteSize, @Nullable String sha256,
        @Nullable Instant takenAt, ImageDetails details, @Nullable ImageFile file, long version, Instant createdAt,
        Instant updatedAt) {

    /** Returns whether the rights have expired, so that the image may not be shown. */
    public boolean isExpired(Instant now) {
        var expiry = expiresAt();
        return expiry != null && !now.isBefore(expiry);
    }

    /**
     * Returns the image as its renditions show it. While those of a new file are being made, all members that come from a file
     * are those of the former file.
     */
    public Image asShown() {
        return Optional.ofNullable(file).flatMap(ImageFile::shownFormerFile)
                .map(shown -> new Image(id, serial, alt, decorative, caption, credit, src, shown.width(), shown.height(),
                        focalPoint, shown.dominantColor(), shown.mediaType(), shown.byteSize(), shown.sha256(), takenAt,
                        details, file.showing(shown), version, createdAt, updatedAt))
                .orElse(this);
    }

    /** Returns whether an address is that of a rendition of this image, on any host. */
    public boolean isAddressOfRendition(@Nullable URI address) {
        return address != null && address.getPath() != null && address.getPath().contains(ImageFile.folder(id));
    }

    public Image withFile(ImageFile newFile) {
        return new Image(id, serial, alt, decorative, caption, credit, src, width, height, focalPoint, dominantColor, mediaType,
                byteSize, sha256, takenAt, details, newFile, version, createdAt, updatedAt);
    }

    /** Returns when the rights expire; null if never. */
    public @Nullable Instant expiresAt() {
        var rights = details.rights();
        return rights == null ? null : rights.expiresAt();
    }

    /** The point that no crop may cut off, in fractions of width and height from the top left corner. */
    @Schema(
            name = "FocalPoint",
            description = "The point that no crop may lose, as parts of width and height from the top left corner")
    public record FocalPoint(
            @Schema(required = true, minimum = "0", maximum = "1", examples = "0.5") double x,
            @Schema(required = true, minimum = "0", maximum = "1", examples = "0.33") double y) {
    }
}
