package org.depesche.delivery.related;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of related news. */
@ConfigMapping(prefix = "depesche.related")
interface RelatedConfig {

    /** How many source articles of related news are cached. An entry takes about half a kilobyte. */
    @WithDefault("10000")
    int rememberedArticles();
}
