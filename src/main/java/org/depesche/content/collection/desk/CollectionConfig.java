package org.depesche.content.collection.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of collections. */
@ConfigMapping(prefix = "depesche.collections")
interface CollectionConfig {

    /** By default. The OpenAPI document shows this number. */
    int MAX_ARTICLES = 1_000;

    /**
     * The maximum number of articles in a collection. Every save writes them all, and a list that excludes them probes
     * each.
     */
    @WithDefault("" + MAX_ARTICLES)
    int maxArticles();
}
