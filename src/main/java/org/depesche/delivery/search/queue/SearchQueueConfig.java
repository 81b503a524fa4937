package org.depesche.delivery.search.queue;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of the queue of searches. */
@ConfigMapping(prefix = "depesche.search.queue")
interface SearchQueueConfig {

    /** How many searches run at the same time; 0: as many as there are processors. */
    @WithDefault("0")
    int maxRunning();

    /** How many more wait. Each further one is refused. */
    @WithDefault("32")
    int maxWaiting();

    /** How long a search waits before it is refused. */
    @WithDefault("1s")
    Duration maxWait();
}
