package org.depesche.platform.database;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "depesche.database")
interface DatabaseConfig {

    /** How often a unit is tried in all before its conflict becomes the caller's. */
    @WithDefault("12")
    int maxAttempts();

    /** The longest pause before the second attempt; it doubles with each further one, four times. */
    @WithDefault("20ms")
    Duration retryDelay();

    /**
     * How many connections, beside those of the data source, serve what one or two statements are enough for. 0: all is read in
     * transactions, as it has to be where connections may lead to different servers.
     */
    @WithDefault("16")
    int autocommitConnections();
}
