package org.depesche.content.editorial.form;

import java.net.URI;
import java.util.UUID;

import org.depesche.content.image.ImageFormLimits;
import org.depesche.platform.json.WebUrl;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Used only for the OpenAPI document: {@link org.depesche.content.image.form.ImageFormReader} reads the image. */
@Schema(
        name = "ImageInput",
        description = "An image of the library by its `id`, or one to register: words, or words and a foreign `src`. What is "
                + "said here of one that exists holds for this use alone, unless `writeBack` says otherwise. Further members "
                + "as in Image.")
record ImageReferenceFormSchema(
        @Nullable UUID id,
        @Schema(
                description = "What it shows, for those who do not see it",
                examples = "Gruppenfoto vor dem Rathaus",
                maxLength = ImageFormLimits.ALT) @Nullable String alt,
        @Schema(description = "It says nothing: its alternative text is empty on purpose") @Nullable Boolean decorative,
        @Schema(examples = "Nach der Sitzung", maxLength = ImageFormLimits.CAPTION) @Nullable String caption,
        @Schema(examples = "Jo Baum", maxLength = ImageFormLimits.CREDIT) @Nullable String credit,
        @Schema(
                description = "Whether the words given here become those of the image itself, for all its uses. It takes the "
                        + "role editor") @Nullable Boolean writeBack,
        @Schema(examples = "https://media.example.org/rathaus.jpg", maxLength = WebUrl.MAX_LENGTH) @Nullable URI src,
        @Schema(examples = "4000", minimum = "1", maximum = "" + ImageFormLimits.PIXELS) @Nullable Integer width,
        @Schema(examples = "2667", minimum = "1", maximum = "" + ImageFormLimits.PIXELS) @Nullable Integer height) {
}
