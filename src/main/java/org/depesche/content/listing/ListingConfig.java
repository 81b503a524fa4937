package org.depesche.content.listing;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of list queries, which the lists of images, tags and authors share. */
@ConfigMapping(prefix = "depesche.lists")
public interface ListingConfig {

    /**
     * The timeout of a list query, after which the client gets a 503. A combination of filters without a rare one may
     * have to scan many entries. Zero is no timeout.
     */
    @WithDefault("2s")
    Duration statementTimeout();
}
