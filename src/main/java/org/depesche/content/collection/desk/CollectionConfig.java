package org.depesche.content.collection.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of collections. */
@ConfigMapping(prefix = "depesche.collections")
interface CollectionConfig {

    /**
     * The maximum number of articles in a collection. Every save writes them all, and a list that excludes them probes
     * each.
     */
    @WithDefault("1000")
    int maxArticles();
}
