package org.depesche.platform.audit;

import java.time.Duration;

import org.depesche.platform.settings.BatchSize;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** The settings of the audit log. This interface is public only because the configuration library implements it. */
@ConfigMapping(prefix = "depesche.audit")
public interface AuditConfig {

    /** How long entries are kept. Network addresses are personal data and must not be kept forever. */
    @WithDefault("P730D")
    Duration retention();

    /** The maximum number of rows that one statement deletes. */
    @WithDefault("500")
    @WithConverter(BatchSize.class)
    int cleanupBatchSize();

    /** The maximum number of such statements in one run. The next run continues. */
    @WithDefault("200")
    int cleanupMaxBatches();
}
