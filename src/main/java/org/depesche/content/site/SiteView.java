package org.depesche.content.site;

import java.net.URI;

import org.depesche.content.machineuse.MachineUse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The public representation of a site. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Site", description = "One of the portals that this service feeds")
record SiteView(
        @Schema(required = true, examples = "default") String slug,
        @Schema(required = true, examples = "Sielach-Bote") String name,
        @Schema(
                description = "Absent while the site has no address; then nothing on it has one",
                examples = "https://www.example.org") @Nullable URI url,
        @Schema(required = true, description = "BCP 47", examples = "de") String language,
        @JsonProperty(
                "default") @Schema(name = "default", required = true, description = "Whether it is meant where no site is "
                        + "named", examples = "true") boolean byDefault,
        @Schema(description = "Absent: nothing is said.") @Nullable MachineUse machineUse) {

    static SiteView of(Site site) {
        return new SiteView(site.slug(), site.name(), site.url(), site.language(), site.byDefault(),
                site.machineUse().equals(MachineUse.NONE) ? null : site.machineUse());
    }
}
