package org.depesche.platform.idempotency;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of this room. Public because the configuration library implements it; nobody else needs it. */
@ConfigMapping(prefix = "depesche.idempotency")
public interface IdempotencyConfig {

    /** How long a first answer is given again; the contract says a day. */
    @WithDefault("PT24H")
    Duration retention();

    /** How long a request may take before its key is free again: a node that dies leaves its claims behind. */
    @WithDefault("PT5M")
    Duration claimTimeout();

    /** The longest answer that is kept; of a longer one the status and headers are. */
    @WithDefault("8388608")
    int maxResponseSize();

    /** Rows that one statement of the cleaning deletes, and statements that one run of it makes. */
    @WithDefault("500")
    int cleanupBatchSize();

    @WithDefault("200")
    int cleanupMaxBatches();
}
