package org.depesche.content.image.view;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageDetails;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An image with all of its public metadata. */
@Schema(
        name = "Image",
        description = "An image with all that may be known of it. Without a file here only what is known is there")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FullImageView(
        @Schema(required = true) UUID id,
        @Schema(
                required = true,
                description = "A whole number below 2^53 beside the id, given once",
                examples = "4711") long serial,
        @Schema(
                description = "Alternative text",
                examples = "Digitalministerinnen und -minister vor dem Ministerium") @Nullable String alt,
        @Schema(required = true, description = "Whether the alternative text is meant to be empty") boolean decorative,
        @Schema(examples = "Das zweite Treffen in Berlin") @Nullable String caption,
        @Schema(examples = "Thomas Imo/photothek.de") @Nullable String credit,
        @Schema(examples = "4000") @Nullable Integer width,
        @Schema(examples = "2667") @Nullable Integer height,
        @Schema(examples = "https://media.example.org/1280.jpg") @Nullable URI src,
        @Schema(examples = "https://media.example.org/320.webp 320w") @Nullable String srcset,
        Image.@Nullable FocalPoint focalPoint,
        @Schema(examples = "#3a5f7d") @Nullable String dominantColor,
        ImageView.@Nullable Rights rights,
        @Schema(examples = "image/jpeg") @Nullable String mediaType,
        @Schema(examples = "2345678") @Nullable Long byteSize,
        @Schema(description = "Of the original file, in hexadecimal") @Nullable String sha256,
        @Schema(examples = "2024-10-18T11:20:00+02:00") @Nullable OffsetDateTime takenAt,
        ImageDetails.@Nullable ImageLocation location,
        @Schema(required = true, examples = "[\"Digitalisierung\"]") List<String> keywords,
        @Schema(
                description = "A blurred preview as text, see blurha.sh",
                examples = "LEHV6nWB2yk8pyo0adR*.7kCMdnj") @Nullable String blurHash,
        @Schema(
                required = true,
                description = "Ready-made sizes and crops; empty without a file here") List<Rendition> renditions) {

    public FullImageView {
        keywords = List.copyOf(keywords);
        renditions = List.copyOf(renditions);
    }

    /** One size of one crop. */
    @Schema(name = "Rendition", description = "One size of one crop")
    public record Rendition(
            @Schema(required = true, description = "`original`, `16:9`, `4:3` or `1:1`.", examples = "original") String crop,
            @Schema(required = true, examples = "320") int width,
            @Schema(required = true, examples = "180") int height,
            @Schema(required = true, examples = "image/webp") String mediaType,
            @Schema(required = true, examples = "https://media.example.org/320.webp") URI src) {
    }
}
