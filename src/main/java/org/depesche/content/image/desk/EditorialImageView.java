package org.depesche.content.image.desk;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.depesche.content.image.FullImageView;
import org.depesche.content.image.Image;
import org.depesche.content.image.ImageDetails;
import org.depesche.content.image.ImageView;
import org.depesche.platform.http.PublicationZone;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An image in the editorial API: the members that PATCH accepts, and read-only ones. */
@Schema(name = "EditorialImage", description = "An image as the desk edits it, in use or not")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EditorialImageView(
        @Schema(required = true, readOnly = true) UUID id,
        @Schema(examples = "Digitalministerinnen und -minister vor dem Ministerium") @Nullable String alt,
        @Schema(required = true) boolean decorative,
        @Schema(examples = "Das zweite Treffen in Berlin") @Nullable String caption,
        @Schema(examples = "Thomas Imo/photothek.de") @Nullable String credit,
        @Schema(examples = "https://media.example.org/1280.jpg") @Nullable URI src,
        @Schema(examples = "4000") @Nullable Integer width,
        @Schema(examples = "2667") @Nullable Integer height,
        Image.@Nullable FocalPoint focalPoint,
        @Schema(examples = "#3a5f7d") @Nullable String dominantColor,
        @Schema(examples = "image/jpeg") @Nullable String mediaType,
        @Schema(examples = "2024-10-18T11:20:00+02:00") @Nullable OffsetDateTime takenAt,
        ImageView.@Nullable Rights rights,
        ImageDetails.@Nullable ImageLocation location,
        @Schema(required = true, examples = "[\"Digitalisierung\"]") List<String> keywords,
        @Schema(required = true, readOnly = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime createdAt,
        @Schema(required = true, readOnly = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime updatedAt) {

    EditorialImageView {
        keywords = List.copyOf(keywords);
    }

    /** @param shown the public representation */
    static EditorialImageView of(Image image, FullImageView shown, PublicationZone zone) {
        return new EditorialImageView(image.id(), image.alt(), image.decorative(), image.caption(), image.credit(), image.src(),
                image.width(), image.height(), image.focalPoint(), image.dominantColor(), image.mediaType(), shown.takenAt(),
                shown.rights(), shown.location(), shown.keywords(), zone.toOffsetDateTime(image.createdAt()),
                zone.toOffsetDateTime(image.updatedAt()));
    }
}
