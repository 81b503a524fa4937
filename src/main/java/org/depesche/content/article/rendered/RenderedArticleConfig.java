package org.depesche.content.article.rendered;

import org.depesche.platform.settings.BatchSize;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** The settings of stored renderings. */
@ConfigMapping(prefix = "depesche.rendered-articles")
interface RenderedArticleConfig {

    /** Whether articles are stored as they were rendered. */
    @WithDefault("true")
    boolean enabled();

    /** The memory of a node for items of lists; {@code 0} reads them from the database each time. */
    @WithDefault("16M")
    MemorySize itemMemory();

    /** How many articles wait to be rendered in the background. Further ones wait for their next read. */
    @WithDefault("2000")
    int maxWaiting();

    /** How many articles are rendered in one transaction. */
    @WithDefault("20")
    @WithConverter(BatchSize.class)
    int batchSize();
}
