package org.depesche.content.listing;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of list queries. */
@ConfigMapping(prefix = "depesche.lists")
interface ListingConfig {

    /** A combination of filters without any rare member may have to walk far; after this long it is given up with a 503. */
    @WithDefault("2s")
    Duration statementTimeout();
}
