package org.depesche.platform.idempotency;

import java.time.Duration;

import org.depesche.platform.settings.BatchSize;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** The settings of this room. This interface is public only because the configuration library implements it. */
@ConfigMapping(prefix = "depesche.idempotency")
public interface IdempotencyConfig {

    /** How long a response is replayed. The contract promises a day. */
    @WithDefault("PT24H")
    Duration retention();

    /**
     * How long a request may hold its key. Afterwards the key is free again, because a node may fail while it holds
     * claims.
     */
    @WithDefault("PT5M")
    Duration claimTimeout();

    /** The maximum size of a stored response. Of a larger response the status and the headers are stored. */
    @WithDefault("8388608")
    int maxResponseSize();

    /** The maximum number of rows that one statement deletes. */
    @WithDefault("500")
    @WithConverter(BatchSize.class)
    int cleanupBatchSize();

    /** The maximum number of such statements in one run. The next run continues. */
    @WithDefault("200")
    int cleanupMaxBatches();
}
