package org.depesche.platform.database;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "depesche.database")
interface DatabaseConfig {

    /** How often a unit is tried in all before its conflict becomes the caller's. */
    @WithDefault("12")
    int attempts();

    /** The longest pause before the second attempt; it doubles with each further one, four times. */
    @WithDefault("20ms")
    Duration pause();

    /** How many connections, beside those of the data source, serve what a single statement is enough for: it is short. */
    @WithDefault("16")
    int glances();
}
