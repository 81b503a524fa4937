package org.depesche.bootstrap;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The setting of the sample newsroom. */
@ConfigMapping(prefix = "depesche.sample")
interface SampleConfig {

    /** Whether to fill an empty database with a sample newsroom, set by {@code depesche.sample-newsroom}. */
    @WithDefault("false")
    boolean newsroom();
}
