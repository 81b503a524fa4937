package org.depesche.content.collection.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of collections. */
@ConfigMapping(prefix = "depesche.collections")
interface CollectionConfig {

    /** How many articles one may hold: every save writes them all, and a list that leaves them out looks past each. */
    @WithDefault("1000")
    int maxArticles();
}
