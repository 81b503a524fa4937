package org.depesche.intake.importer.ndjson;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits and intervals of imports. */
@ConfigMapping(prefix = "depesche.importer")
public interface ImportConfig {

    /** The maximum size of an upload after decompression. A million articles have about four gigabytes. */
    @WithDefault("16G")
    MemorySize maxUploadSize();

    /** The maximum size of a record. A longer line is rejected, and the import continues. */
    @WithDefault("8M")
    MemorySize maxLineSize();

    /** The maximum number of empty lines: compressed, they would cost their sender nothing. */
    @WithDefault("100000")
    int maxEmptyLines();

    /** How long a stop of the service waits for the present batch. */
    @WithDefault("PT2S")
    Duration stopGrace();

    /**
     * The number of records in one transaction. It is large enough that the change log is locked and committed rarely,
     * and small enough that editors never wait long for an import.
     */
    @WithDefault("500")
    int batchRecords();

    /**
     * The number of bytes in one transaction when records are large. The bytes and their copies must fit into one
     * packet of the database.
     */
    @WithDefault("2M")
    MemorySize batchBytes();

    /** The maximum number of imports that are being received or waiting. */
    @WithDefault("20")
    int maxUnfinished();

    /** An upload that has received nothing for this time has broken off, because its node has failed. */
    @WithDefault("PT10M")
    Duration uploadIdleTimeout();

    /** How long the lease of a node lasts that has failed. Another node continues its import afterwards. */
    @WithDefault("PT30S")
    Duration lease();

    /** How often a node polls for imports that another node received or left. */
    @WithDefault("PT2S")
    Duration pollInterval();

    /** How long to wait after a failure of the database. */
    @WithDefault("PT5S")
    Duration retryDelay();
}
