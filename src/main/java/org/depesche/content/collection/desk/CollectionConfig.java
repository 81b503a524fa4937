package org.depesche.content.collection.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of collections. */
@ConfigMapping(prefix = "depesche.collections")
interface CollectionConfig {

    /** The default of {@link #maxArticles}, which the OpenAPI document shows. */
    int MAX_ARTICLES = 1_000;

    /**
     * The maximum number of articles in a collection. Every save writes all of them, and a list that excludes a collection
     * probes it for each article.
     */
    @WithDefault("" + MAX_ARTICLES)
    int maxArticles();
}
