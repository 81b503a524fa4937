package org.depesche.testkit;

import java.nio.file.Path;
import java.util.Map;

import org.depesche.bootstrap.EmbeddedConfig;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Configurations of the embedded database for tests. */
public final class EmbeddedDatabases {

    private EmbeddedDatabases() {
    }

    /** Small and without waiting for the disk; the binaries are unpacked once for all tests. */
    public static EmbeddedConfig fast(Path folder) {
        return with(Map.of(
                "depesche.data-dir", folder.toString(),
                "depesche.embedded-database.binaries", TestFolders.binaries().toString(),
                "depesche.embedded-database.redo-log", "64M",
                "depesche.embedded-database.durable", "false"));
    }

    public static EmbeddedConfig with(Map<String, String> settings) {
        return new SmallRyeConfigBuilder().addDiscoveredConverters().addDefaultInterceptors()
                .withMapping(EmbeddedConfig.class, EmbeddedConfig.PREFIX)
                .withSources(new PropertiesConfigSource(settings, "test", 1000)).build()
                .getConfigMapping(EmbeddedConfig.class, EmbeddedConfig.PREFIX);
    }
}
