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

    /** The size of the cache of list items in the memory of a node. With {@code 0}, each list reads them from the database. */
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
