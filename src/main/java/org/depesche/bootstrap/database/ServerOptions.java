package org.depesche.bootstrap.database;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command-line options of the embedded server. */
final class ServerOptions {

    private ServerOptions() {
    }

    /**
     * Options of a server that executes statements from standard input and ends. It accepts no connections. Every server
     * needs a temporary folder of its own: at its start it deletes the temporary tables of others in that folder.
     */
    static List<String> bootstrap(Path tables, Path temporary) {
        return List.of("--bootstrap", "--datadir=" + tables, "--tmpdir=" + temporary, "--log-warnings=0",
                "--enforce-storage-engine=", "--max-allowed-packet=8M", "--skip-ssl");
    }

    static List<String> of(EmbeddedDatabaseConfig config, int port, Path tables, Path temporary, Path initFile) {
        return Stream
                .of(fileOptions(tables, temporary, initFile), networkOptions(port, temporary), sqlOptions(),
                        memoryOptions(config))
                .flatMap(List::stream).toList();
    }

    private static List<String> fileOptions(Path tables, Path temporary, Path initFile) {
        return List.of("--datadir=" + tables, "--tmpdir=" + temporary, "--init-file=" + initFile);
    }

    /**
     * No Unix socket: its path is limited to 107 characters. No TLS: a new key takes 3 s at each start, and loopback
     * traffic needs none.
     */
    private static List<String> networkOptions(int port, Path temporary) {
        return List.of("--bind-address=127.0.0.1", "--port=" + port, "--socket=", "--skip-name-resolve", "--skip-ssl",
                "--local-infile=0", "--secure-file-priv=" + temporary);
    }

    private static List<String> sqlOptions() {
        return List.of("--character-set-server=utf8mb4", "--collation-server=utf8mb4_bin", "--default-time-zone=+00:00",
                "--sql-mode=STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                "--max-allowed-packet=64M");
    }

    private static List<String> memoryOptions(EmbeddedDatabaseConfig config) {
        return List.of("--max-connections=" + config.maxConnections(),
                "--innodb-buffer-pool-size=" + config.bufferPool().asLongValue(),
                "--innodb-log-file-size=" + config.redoLog().asLongValue(),
                "--innodb-flush-log-at-trx-commit=" + (config.durable() ? 1 : 0),
                "--innodb-doublewrite=" + (config.durable() ? 1 : 0));
    }
}
