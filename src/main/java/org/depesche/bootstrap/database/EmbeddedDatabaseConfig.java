package org.depesche.bootstrap.database;

import java.nio.file.Path;
import java.time.Duration;

import org.eclipse.microprofile.config.Config;

import io.quarkus.runtime.configuration.MemorySize;

/**
 * Where the embedded database lives and how much it may take; public so that tests start the very same thing.
 * <p>
 * Read by hand, as it is needed before Quarkus is there: mappings are generated for a running application only, and one of the
 * prefix {@code depesche} would claim the other rooms' settings.
 *
 * @param dataDir everything the service keeps on disk; one running instance a folder
 * @param binaries where the server's program files are unpacked to, once
 * @param port 0 takes any free port of the loopback interface
 * @param durable false trades the last second of writes after a power cut for speed: for tests and throw-away imports only
 * @param startTimeout generous, because crash recovery of a full redo log on a slow disk counts too
 */
public record EmbeddedDatabaseConfig(Path dataDir, Path binaries, int port, MemorySize bufferPool, MemorySize redoLog,
        int maxConnections, boolean durable, Duration startTimeout, Duration stopTimeout) {

    private static final String DATABASE = "depesche.embedded-database.";

    public EmbeddedDatabaseConfig {
        dataDir = dataDir.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
    }

    public static EmbeddedDatabaseConfig of(Config config) {
        var dataDir = value(config, "depesche.data-dir", Path.class, "data");
        return new EmbeddedDatabaseConfig(dataDir,
                value(config, DATABASE + "binaries", Path.class, dataDir.toString()),
                value(config, DATABASE + "port", Integer.class, "0"),
                value(config, DATABASE + "buffer-pool", MemorySize.class, "256M"),
                value(config, DATABASE + "redo-log", MemorySize.class, "256M"),
                value(config, DATABASE + "max-connections", Integer.class, "200"),
                value(config, DATABASE + "durable", Boolean.class, "true"),
                value(config, DATABASE + "start-timeout", Duration.class, "120s"),
                value(config, DATABASE + "stop-timeout", Duration.class, "60s"));
    }

    private static <T> T value(Config config, String name, Class<T> type, String otherwise) {
        var converter = config.getConverter(type).orElseThrow();
        var text = config.getOptionalValue(name, String.class).orElse(otherwise);
        try {
            return converter.convert(text);
        } catch (IllegalArgumentException e) {
            throw new CannotStart("the setting %s is not understood: %s".formatted(name, text), e);
        }
    }
}
