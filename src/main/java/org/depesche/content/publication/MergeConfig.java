package org.depesche.content.publication;

import java.time.Duration;

import org.depesche.platform.settings.BatchSize;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** How the lists of a merged subject are moved into those of its target. */
@ConfigMapping(prefix = "depesche.merges")
interface MergeConfig {

    /** The number of articles that one transaction moves. A merge with fewer articles is complete with its response. */
    @WithDefault("500")
    @WithConverter(BatchSize.class)
    int batchSize();

    /** How long the lease of a node lasts that has failed. Another node continues afterwards. */
    @WithDefault("PT30S")
    Duration lease();
}
