package org.depesche.content.site;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.depesche.content.machineuse.MachineUse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A site in the editorial API: the members that PUT accepts, and read-only ones. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EditorialSite", description = "A site as admins edit it")
record EditorialSiteView(
        @Schema(required = true, readOnly = true) UUID id,
        @Schema(
                required = true,
                description = "Never changes: others name the site by it",
                examples = "sport-portal") String slug,
        @Schema(required = true, examples = "Sielach-Bote Sport") String name,
        @Schema(description = "Absent while the site has no address", examples = "https://sport.example.org") @Nullable URI url,
        @Schema(required = true, description = "BCP 47", examples = "de") String language,
        @Schema(
                required = true,
                description = "How addresses of articles are made",
                examples = "{site}/{category}/{slug}") String articleUrl,
        @Schema(
                description = "Where its front end shows previews",
                examples = "https://sport.example.org/preview/{token}") @Nullable String previewUrl,
        @Nullable MachineUse machineUse,
        @JsonProperty(
                "default") @Schema(name = "default", required = true, readOnly = true, description = "Whether it is meant "
                        + "where no site is named", examples = "false") boolean byDefault,
        @Schema(required = true, readOnly = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime createdAt,
        @Schema(required = true, readOnly = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime updatedAt) {
}
