package org.depesche.platform.http.fastpath;

import org.depesche.platform.settings.BatchSize;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** The settings of the fast path. */
@ConfigMapping(prefix = "depesche.fast-path")
interface FastPathConfig {

    /** The maximum number of threads that read batches of articles. */
    @WithDefault("2")
    int batchThreads();

    /** The maximum number of articles in a batch, which one statement reads. */
    @WithDefault("32")
    @WithConverter(BatchSize.class)
    int batchSize();
}
