package org.depesche.content.site;

import java.net.URI;

import org.depesche.content.machineuse.MachineUse;
import org.jspecify.annotations.Nullable;

/**
 * The editorial form of a site.
 *
 * @param slug the slug of a new site; null derives it from the name
 */
record SiteForm(@Nullable String slug, String name, @Nullable URI url, String language, String articleUrl,
        @Nullable String previewUrl, MachineUse machineUse) {
}
