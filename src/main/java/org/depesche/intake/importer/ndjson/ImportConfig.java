package org.depesche.intake.importer.ndjson;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "depesche.importer")
public interface ImportConfig {

    /** The longest upload, unpacked. A million articles are about four gigabytes. */
    @WithDefault("16G")
    MemorySize maxUploadSize();

    /** The longest record; a longer line is rejected and the rest goes on. */
    @WithDefault("8M")
    MemorySize maxLineSize();

    /**
     * Records that one transaction takes: enough that the change log's lock and the commit are paid rarely, few enough that
     * editors never wait long for an import.
     */
    @WithDefault("500")
    int batchRecords();

    /** Bytes that one transaction takes where records are large; together with their copies they must fit one packet. */
    @WithDefault("2M")
    MemorySize batchBytes();

    /** Imports that may be received or wait at the same time. */
    @WithDefault("20")
    int maxUnfinished();

    /** An upload that brought nothing for so long has broken off: its node is gone. */
    @WithDefault("PT10M")
    Duration uploadIdleTimeout();

    /** How long a node may be silent before another goes on with its import. */
    @WithDefault("PT30S")
    Duration lease();

    /** How often a node looks for work that another one received or left behind. */
    @WithDefault("PT2S")
    Duration pollInterval();

    /** How long to wait before a batch that met a fault of the database is tried again. */
    @WithDefault("PT5S")
    Duration retryDelay();
}
