package org.depesche.bootstrap.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Stores the process id of the server, so that the next start finds a server which survived a killed instance. */
record PidFile(Path file) {

    /** The kernel reports start times relative to a boot time, which shifts slightly when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    void write(ProcessHandle server) throws IOException {
        PrivateFiles.write(file, server.pid() + " " + startOf(server).toEpochMilli() + "\n");
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /**
     * Returns the server of a killed instance if it still runs. The start time distinguishes it from a later process with
     * the same id.
     */
    Optional<ProcessHandle> findOrphan() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var words = Files.readString(file).strip().split(" ");
        if (words.length != 2 || !words[0].matches("\\d{1,18}") || !words[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        var started = Instant.ofEpochMilli(Long.parseLong(words[1]));
        return ProcessHandle.of(Long.parseLong(words[0])).filter(ProcessHandle::isAlive)
                .filter(process -> Duration.between(started, startOf(process)).abs().compareTo(TOLERANCE) < 0);
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
