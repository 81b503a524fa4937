package org.depesche.content.article.rendered;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of stored renderings. */
@ConfigMapping(prefix = "depesche.rendered-articles")
interface RenderedArticleConfig {

    /** Whether articles are stored as they were rendered. */
    @WithDefault("true")
    boolean enabled();

    /** How many articles wait to be rendered in the background. Further ones wait for their next read. */
    @WithDefault("2000")
    int maxWaiting();

    /** How many articles are rendered in one transaction. */
    @WithDefault("20")
    int batchSize();
}
