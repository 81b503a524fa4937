package org.depesche.platform.audit;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of this room. Public because the configuration library implements it; nobody else needs it. */
@ConfigMapping(prefix = "depesche.audit")
public interface AuditConfig {

    /** How long it is remembered who did what; addresses are personal data, so not for ever. */
    @WithDefault("P730D")
    Duration retention();

    /** Rows that one statement of the cleaning deletes, and statements that one run of it makes. */
    @WithDefault("500")
    int cleanupBatchSize();

    @WithDefault("200")
    int cleanupMaxBatches();
}
