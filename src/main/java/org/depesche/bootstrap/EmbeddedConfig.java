package org.depesche.bootstrap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;

/**
 * Where the embedded database lives and how much it may take; public so that tests start the very same thing. Read before
 * Quarkus is there. Not annotated as a mapping: Quarkus would then claim the whole prefix and refuse the other rooms' short
 * names under it as unknown.
 */
public interface EmbeddedConfig {

    String PREFIX = "depesche";

    /** Everything the service keeps on disk; one running instance a folder. */
    @WithDefault("data")
    Path dataDir();

    Database embeddedDatabase();

    interface Database {

        /** Where the server's binaries are unpacked to, once; absent: in the data folder. */
        Optional<Path> binaries();

        /** 0 takes any free port of the loopback interface. */
        @WithDefault("0")
        int port();

        @WithDefault("256M")
        MemorySize bufferPool();

        @WithDefault("256M")
        MemorySize redoLog();

        @WithDefault("200")
        int maxConnections();

        /** False trades the last second of writes after a power cut for speed: tests and throw-away imports only. */
        @WithDefault("true")
        boolean durable();

        /** Generous, because crash recovery of a full redo log on a slow disk counts too. */
        @WithDefault("120s")
        Duration startTimeout();

        @WithDefault("60s")
        Duration stopTimeout();
    }
}
