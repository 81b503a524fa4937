package org.depesche.testkit;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;

import org.depesche.bootstrap.database.EmbeddedDatabaseConfig;

import io.quarkus.runtime.configuration.MemorySize;

/** Configurations of the embedded database for tests. */
public final class TestDatabaseSettings {

    private TestDatabaseSettings() {
    }

    /** Small and without waiting for the disk; the binaries are unpacked once for all tests. */
    public static EmbeddedDatabaseConfig fast(Path folder) {
        return new EmbeddedDatabaseConfig(folder, TestFolders.binaries(), 0, mebibytes(256), mebibytes(64), 200, false,
                Duration.ofSeconds(120), Duration.ofSeconds(60), 2);
    }

    private static MemorySize mebibytes(int count) {
        return new MemorySize(BigInteger.valueOf(count).shiftLeft(20));
    }
}
