package org.depesche.delivery.export;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of exports. Each export occupies a thread and a database connection until it ends. */
@ConfigMapping(prefix = "depesche.export")
interface ExportConfig {

    /** How many exports a node runs at the same time. One more gets a 503. */
    @WithDefault("2")
    int maxExports();

    /** How many articles are read and sent at once. */
    @WithDefault("100")
    int pageSize();

    /** The longest export. The database keeps old versions of all rows for so long. The client resumes afterwards. */
    @WithDefault("PT30M")
    Duration maxDuration();

    /** The connection is closed when the client takes longer than this to read a page of articles. */
    @WithDefault("PT1M")
    Duration stallTimeout();
}
