package org.depesche.content.image.desk;

import static org.depesche.content.image.ImageFormLimits.KEYWORD;
import static org.depesche.platform.json.ListElements.TEXT_LENGTH;

import java.net.URI;
import java.util.List;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageDetails;
import org.depesche.content.image.ImageFormLimits;
import org.depesche.content.image.view.ImageView;
import org.depesche.platform.json.WebUrl;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Used only for the OpenAPI document: bodies are read member by member, to report all errors at once. */
@Schema(
        name = "ImageInput",
        description = "What is known of an image. What is left out is unknown")
record ImageFormSchema(
        @Schema(
                description = "What it shows, for those who do not see it",
                examples = "Gruppenfoto vor dem Rathaus",
                maxLength = ImageFormLimits.ALT) @Nullable String alt,
        @Schema(description = "It says nothing: its alternative text is empty on purpose") @Nullable Boolean decorative,
        @Schema(examples = "Nach der Sitzung", maxLength = ImageFormLimits.CAPTION) @Nullable String caption,
        @Schema(examples = "Jo Baum", maxLength = ImageFormLimits.CREDIT) @Nullable String credit,
        @Schema(
                description = "http or https. No two images have the same",
                examples = "https://media.example.org/rathaus.jpg", maxLength = WebUrl.MAX_LENGTH) @Nullable URI src,
        @Schema(examples = "4000", minimum = "1", maximum = "" + ImageFormLimits.PIXELS) @Nullable Integer width,
        @Schema(examples = "2667", minimum = "1", maximum = "" + ImageFormLimits.PIXELS) @Nullable Integer height,
        Image.@Nullable FocalPoint focalPoint,
        @Schema(examples = "#3a5f7d", pattern = ImageFormLimits.COLOR, maxLength = 7) @Nullable String dominantColor,
        @Schema(examples = "image/jpeg", maxLength = ImageFormLimits.MEDIA_TYPE) @Nullable String mediaType,
        @Schema(
                examples = "2024-10-18T11:20:00+02:00",
                description = "A timestamp with offset, a local time or a date",
                maxLength = 40) @Nullable String takenAt,
        ImageView.@Nullable Rights rights,
        ImageDetails.@Nullable ImageLocation location,
        @Schema(
                examples = "[\"Digitalisierung\"]",
                maxItems = ImageFormLimits.KEYWORDS,
                extensions = @Extension(name = TEXT_LENGTH, value = "" + KEYWORD)) @Nullable List<String> keywords) {
}
