package org.depesche.delivery.change;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of reading the change log. */
@ConfigMapping(prefix = "depesche.changes")
interface ChangeConfig {

    /** How many entries a filtered read looks at before it answers with what it has. */
    @WithDefault("2000")
    int scanLimit();

    /** How often a request that waits looks again. */
    @WithDefault("250ms")
    Duration waitInterval();

    /** How many requests may wait at once; further ones are answered at once. */
    @WithDefault("500")
    int maxWaitingRequests();

    /** How often a node looks for changes that other nodes made; of its own it hears at once. */
    @WithDefault("250ms")
    Duration pollInterval();

    /** How many entries a follower reads at once. */
    @WithDefault("1000")
    int batchSize();

    /** Reading the log may take this long before the database counts as away. */
    @WithDefault("2S")
    Duration readTimeout();
}
