package org.depesche.bootstrap.database;

import java.nio.file.Path;
import java.time.Duration;

import org.eclipse.microprofile.config.Config;

import io.quarkus.runtime.configuration.MemorySize;

/**
 * The settings of the embedded database. Public, because tests start the same database.
 *
 * <p>The record reads the settings itself, because they are needed before Quarkus starts. Mappings are generated only for
 * a running application, and a mapping of the prefix {@code depesche} would claim the settings of other packages.
 *
 * @param dataDir the folder of all persistent state; one running instance a folder
 * @param binaries the folder into which the server's program files are unpacked once
 * @param port 0 for any free port of the loopback interface
 * @param durable false loses up to a second of writes after a power failure, but is faster; for tests and disposable
 *         imports only
 * @param maxRestarts how often a server that ended by itself is started again without success before the service gives up
 * @param startTimeout generous, because it includes crash recovery of a full redo log on a slow disk
 */
public record EmbeddedDatabaseConfig(Path dataDir, Path binaries, int port, MemorySize bufferPool, MemorySize redoLog,
        int maxConnections, boolean durable, Duration startTimeout, Duration stopTimeout, int maxRestarts) {

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
                value(config, DATABASE + "stop-timeout", Duration.class, "60s"),
                value(config, DATABASE + "max-restarts", Integer.class, "60"));
    }

    private static <T> T value(Config config, String name, Class<T> type, String defaultText) {
        var converter = config.getConverter(type).orElseThrow();
        var text = config.getOptionalValue(name, String.class).orElse(defaultText);
        try {
            return converter.convert(text);
        } catch (IllegalArgumentException e) {
            throw new CannotStart("the setting %s is not understood: %s".formatted(name, text), e);
        }
    }
}
