package org.depesche.content.site;

import org.depesche.content.machineuse.MachineUse;
import org.depesche.kernel.Slug;
import org.depesche.platform.json.WebUrl;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Used only for the OpenAPI document: {@link SiteFormReader} reads the body, to report all errors at once. */
@Schema(name = "SiteForm", description = "What is left out is empty")
record SiteFormSchema(
        @Schema(
                description = "Made from the name when not given; it never changes",
                examples = "sport-portal",
                maxLength = Slug.MAX_LENGTH,
                pattern = Slug.PATTERN) @Nullable String slug,
        @Schema(
                required = true,
                examples = "Sielach-Bote Sport",
                minLength = 1,
                maxLength = SiteFormReader.MAX_NAME) String name,
        @Schema(
                description = "Where its front end answers; without it nothing on it has an address",
                examples = "https://sport.example.org",
                maxLength = WebUrl.MAX_LENGTH) @Nullable String url,
        @Schema(
                required = true,
                description = "BCP 47",
                examples = "de",
                maxLength = SiteFormReader.MAX_LANGUAGE) String language,
        @Schema(
                description = "How addresses of articles are made; `{site}/{category}/{slug}` when not given. Of "
                        + "`{site} {category} {slug} {id} {year} {month} {day}`",
                examples = "{site}/{category}/{slug}",
                maxLength = SiteFormReader.MAX_TEMPLATE) @Nullable String articleUrl,
        @Schema(
                description = "Where its front end shows previews, of `{token} {slug} {id}`",
                examples = "https://sport.example.org/preview/{token}",
                maxLength = SiteFormReader.MAX_PREVIEW) @Nullable String previewUrl,
        @Nullable MachineUse machineUse) {
}
