package org.depesche.content.publication;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The repair of the lists of language versions. */
@ConfigMapping(prefix = "depesche.language-versions")
interface LanguageVersionConfig {

    /** How often the lists are compared with the articles, beginning a minute after the start. */
    @WithDefault("6H")
    Duration repairInterval();
}
