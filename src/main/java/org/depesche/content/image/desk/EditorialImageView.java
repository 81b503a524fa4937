package org.depesche.content.image.desk;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageDetails;
import org.depesche.content.image.file.upload.ImageFiles;
import org.depesche.content.image.view.FullImageView;
import org.depesche.content.image.view.ImageView;
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
        @Schema(
                readOnly = true,
                examples = "https://media.example.org/320.webp 320w") @Nullable String srcset,
        @Schema(examples = "4000") @Nullable Integer width,
        @Schema(examples = "2667") @Nullable Integer height,
        Image.@Nullable FocalPoint focalPoint,
        @Schema(examples = "#3a5f7d") @Nullable String dominantColor,
        @Schema(examples = "image/jpeg") @Nullable String mediaType,
        @Schema(readOnly = true, examples = "2345678") @Nullable Long byteSize,
        @Schema(readOnly = true, description = "Of the original file, in hexadecimal") @Nullable String sha256,
        @Schema(readOnly = true) @Nullable StoredFile file,
        @Schema(
                readOnly = true,
                description = "Right after an upload: other images with the same bytes, which are stored "
                        + "once") @Nullable List<UUID> duplicateOf,
        @Schema(
                readOnly = true,
                description = "Right after an upload: what of the file was repaired, or could not be taken as it "
                        + "is") @Nullable List<String> warnings,
        @Schema(examples = "2024-10-18T11:20:00+02:00") @Nullable OffsetDateTime takenAt,
        ImageView.@Nullable Rights rights,
        ImageDetails.@Nullable ImageLocation location,
        @Schema(required = true, examples = "[\"Digitalisierung\"]") List<String> keywords,
        @Schema(required = true, readOnly = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime createdAt,
        @Schema(required = true, readOnly = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime updatedAt) {

    EditorialImageView {
        keywords = List.copyOf(keywords);
        duplicateOf = duplicateOf == null || duplicateOf.isEmpty() ? null : List.copyOf(duplicateOf);
        warnings = warnings == null || warnings.isEmpty() ? null : List.copyOf(warnings);
    }

    EditorialImageView withUploadResult(ImageFiles.StoredImage stored) {
        return new EditorialImageView(id, alt, decorative, caption, credit, src, srcset, width, height, focalPoint,
                dominantColor, mediaType, byteSize, sha256, file, stored.duplicates(), stored.warnings(), takenAt, rights,
                location, keywords, createdAt,
                updatedAt);
    }

    /** Returns the representation without the addresses of public files, which do not work after the rights have expired. */
    EditorialImageView withoutPublicFiles() {
        return new EditorialImageView(id, alt, decorative, caption, credit, null, null, width, height, focalPoint,
                dominantColor,
                mediaType, byteSize, sha256, file, duplicateOf, warnings, takenAt, rights, location, keywords, createdAt,
                updatedAt);
    }

    /** The file of an image. */
    @Schema(name = "ImageStoredFile", description = "The file that is stored here")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StoredFile(
            @Schema(description = "As the client named it", examples = "hafen.jpg") @Nullable String name,
            @Schema(
                    required = true,
                    description = "Where editors get the file as it was sent, also after its rights have expired",
                    examples = "https://api.example.org/v1/editorial/images/0192a9b4-77c2-7d40-8f7e-31c2c0a1d001/"
                            + "file") URI original,
            @Schema(
                    required = true,
                    description = "Of the renditions: `pending` (being made), `ready`, `failed`, or `unavailable` (the "
                            + "format cannot be decoded here); more may come",
                    examples = "ready") String renditions,
            @Schema(required = true, description = "More than 1 if it is animated or has pages", examples = "1") int frames,
            @Schema(
                    required = true,
                    description = "Whether it moves; renditions show its first frame that is not transparent") boolean animated,
            @Schema(
                    required = true,
                    description = "Whether it has a C2PA manifest, which renditions do not keep") boolean contentCredentials) {

        /** The frames of a TIFF file are pages. */
        private static final String PAGES = "image/tiff";

        static @Nullable StoredFile of(Image image, URI original) {
            var file = image.file();
            return file == null ? null
                    : new StoredFile(file.name(), original, file.state().name().toLowerCase(Locale.ROOT), file.frames(),
                            file.frames() > 1 && !PAGES.equals(image.mediaType()), file.contentCredentials());
        }
    }

    /**
     * @param shown the public representation
     * @param original where editors get the file, if there is one
     */
    static EditorialImageView of(Image image, FullImageView shown, PublicationZone zone, URI original) {
        return new EditorialImageView(image.id(), image.decorative() ? null : image.alt(), image.decorative(), image.caption(),
                image.credit(), shown.src(),
                shown.srcset(),
                image.width(), image.height(), image.focalPoint(), image.dominantColor(), image.mediaType(), image.byteSize(),
                image.sha256(), StoredFile.of(image, original), List.of(), List.of(), shown.takenAt(),
                shown.rights(), shown.location(), shown.keywords(), zone.toOffsetDateTime(image.createdAt()),
                zone.toOffsetDateTime(image.updatedAt()));
    }
}
