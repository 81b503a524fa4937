package org.depesche.bootstrap;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "depesche.sample")
interface SampleConfig {

    /** Fed by {@code depesche.sample-newsroom}: fill an empty content base with something to look at. */
    @WithDefault("false")
    boolean newsroom();
}
