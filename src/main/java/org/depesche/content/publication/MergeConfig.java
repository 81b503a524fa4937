package org.depesche.content.publication;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the lists of something merged are brought into those of its target. */
@ConfigMapping(prefix = "depesche.merges")
interface MergeConfig {

    /** Articles that one transaction moves; a merge of no more is done with its answer. */
    @WithDefault("500")
    int batchSize();

    /** How long a node may be silent before another goes on. */
    @WithDefault("PT30S")
    Duration lease();
}
