package org.depesche.delivery.change;

import java.time.Duration;

import org.depesche.platform.settings.BatchSize;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** The limits and intervals of the change log. */
@ConfigMapping(prefix = "depesche.changes")
interface ChangeConfig {

    /** How many entries a request reads before it returns what it has found: filtered and hidden ones count, too. */
    @WithDefault("2000")
    int scanLimit();

    /** How often a waiting request looks for changes. */
    @WithDefault("250ms")
    Duration waitInterval();

    /** How many requests may wait at the same time. Further requests get a response immediately. */
    @WithDefault("500")
    int maxWaitingRequests();

    /** How often a node polls for changes of other nodes. Changes of its own wake the follower. */
    @WithDefault("250ms")
    Duration pollInterval();

    /** The number of entries that the follower reads at once. */
    @WithDefault("1000")
    @WithConverter(BatchSize.class)
    int batchSize();

    /**
     * How many entries from before its start a node reads. Renderings that were stored before these are not known to be
     * valid, and are made again when they are read.
     */
    @WithDefault("20000")
    int history();

    /** How long reading the log may take before the database counts as unreachable. */
    @WithDefault("2S")
    Duration readTimeout();
}
