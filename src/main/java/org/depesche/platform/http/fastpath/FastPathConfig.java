package org.depesche.platform.http.fastpath;

import org.depesche.platform.settings.BatchSize;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** The settings of the fast path. */
@ConfigMapping(prefix = "depesche.fast-path")
interface FastPathConfig {

    /** How many threads at most read articles that were asked for at the same time. */
    @WithDefault("2")
    int batchThreads();

    /** How many such articles one statement reads. */
    @WithDefault("32")
    @WithConverter(BatchSize.class)
    int batchSize();
}
