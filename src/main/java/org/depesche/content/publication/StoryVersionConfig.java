package org.depesche.content.publication;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The check of the lists of language versions. */
@ConfigMapping(prefix = "depesche.story-versions")
interface StoryVersionConfig {

    /** How often the lists are compared with the articles, beginning a minute after the start. */
    @WithDefault("6H")
    Duration checkInterval();
}
