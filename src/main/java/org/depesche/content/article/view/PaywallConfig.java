package org.depesche.content.article.view;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of articles that are not free. */
@ConfigMapping(prefix = "depesche.access")
public interface PaywallConfig {

    /** How many blocks of an article's body everybody may read. */
    @WithDefault("2")
    int freeBlocks();
}
