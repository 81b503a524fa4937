package org.depesche.content.site;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * A site as an admin wants it.
 *
 * @param slug of a new one; made from the name when not given
 */
record SiteForm(@Nullable String slug, String name, @Nullable URI url, String language, String articleUrl,
        @Nullable String previewUrl) {
}
