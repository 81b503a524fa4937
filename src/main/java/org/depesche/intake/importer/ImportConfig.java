package org.depesche.intake.importer;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "depesche.importer")
interface ImportConfig {

    /** The longest upload, unpacked. A million articles are about four gigabytes. */
    @WithDefault("16G")
    MemorySize uploadSize();

    /** The longest record; a longer line is rejected and the rest goes on. */
    @WithDefault("8M")
    MemorySize lineSize();

    /**
     * Records that one transaction takes: enough that the change log's lock and the commit are paid rarely, few enough that
     * editors never wait long for an import.
     */
    @WithDefault("500")
    int batch();

    /** Bytes that one transaction takes where records are large; together with their copies they must fit one packet. */
    @WithDefault("2M")
    MemorySize batchSize();

    /** Imports that may be received or wait at the same time. */
    @WithDefault("20")
    int waiting();

    /** An upload that brought nothing for so long has broken off: its node is gone. */
    @WithDefault("PT10M")
    Duration uploadSilence();

    /** How long a node may be silent before another goes on with its import. */
    @WithDefault("PT30S")
    Duration lease();

    /** How often a node looks for work that another one received or left behind. */
    @WithDefault("PT2S")
    Duration look();

    /** How long to wait before a batch that met a fault of the database is tried again. */
    @WithDefault("PT5S")
    Duration pause();
}
