package org.depesche.delivery.embed;

import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of the embed. */
@ConfigMapping(prefix = "depesche.embed")
interface EmbedConfig {

    /** The origins whose pages may show the page for frames, as in the directive {@code frame-ancestors} (CSP Level 3). */
    @WithDefault("*")
    List<String> frameAncestors();

    /** The width that oEmbed proposes when the consumer names no smaller one, in CSS pixels. */
    @WithDefault("600")
    int oembedWidth();
}
