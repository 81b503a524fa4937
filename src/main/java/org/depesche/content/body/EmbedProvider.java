package org.depesche.content.body;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The provider of an embed, as a consent dialog names it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EmbedProvider", description = "Whose content this is; the reader has to consent to it before it is loaded.")
public record EmbedProvider(
        @Schema(
                required = true,
                description = "Stable key for storing the reader's consent.",
                examples = "youtube") String slug,
        @Schema(required = true, description = "Name to show the reader.", examples = "YouTube") String name,
        @Schema(
                description = "The provider's privacy policy; absent when not known.",
                format = "uri",
                examples = "https://policies.google.com/privacy") @Nullable String privacyUrl) {
}
