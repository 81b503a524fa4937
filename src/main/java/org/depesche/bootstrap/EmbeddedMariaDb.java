package org.depesche.bootstrap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.mariadb.jdbc.Driver;

import io.quarkus.logging.Log;

/**
 * A private MariaDB server in the data folder, reachable from this machine alone and only with its random passwords.
 * A plain object, the same for the packaged service, dev mode and tests: public for the last.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    /** Another process may take the free port between our looking and the server's binding. */
    private static final int PORT_ATTEMPTS = 3;

    private final DataFolder folder;
    private final EmbeddedSettings settings;
    private final PidFile pidFile;
    private final Accounts accounts;
    private final ServerBinaries binaries;
    private final Path log;
    private ServerProcess server;
    private int port;

    /** Claims the folder, starts the server and returns when it answers. Throws {@link CannotStart} with everything undone. */
    public static EmbeddedMariaDb start(EmbeddedSettings settings) {
        ServerBinaries.mustBePartOfThisBuild(); // first: where there is no database, no folder helps
        var folder = DataFolder.claim(settings.dataDir());
        try {
            var database = new EmbeddedMariaDb(folder, settings);
            database.run();
            return database;
        } catch (IOException e) {
            folder.close();
            throw new CannotStart("the embedded database in %s could not be set up: %s"
                    .formatted(folder.path(), PrivateFiles.reason(e)), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private EmbeddedMariaDb(DataFolder folder, EmbeddedSettings settings) throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.pidFile = new PidFile(folder.resolve("mariadb.pid"));
        this.log = folder.resolve("mariadb.log");
        stopOrphan();
        this.binaries = ServerBinaries.unpacked(settings.binaries());
        this.accounts = Accounts.of(folder.resolve("mariadb.accounts"));
    }

    private void stopOrphan() throws IOException {
        var orphan = pidFile.orphan();
        if (orphan.isPresent()) {
            Log.infof("Stopping the database a killed instance left behind, pid=%d", orphan.get().pid());
            ServerProcess.stop(orphan.get(), settings.stopTimeout());
        }
        pidFile.delete();
    }

    private void run() throws IOException {
        keepFormerLog();
        install();
        for (var attempt = 1; server == null; attempt++) {
            launch(attempt);
        }
        Log.infof("Embedded MariaDB %s is running, folder=%s port=%d", ServerBinaries.VERSION, folder.path(), port);
    }

    private void keepFormerLog() throws IOException {
        if (Files.exists(log)) {
            Files.move(log, folder.resolve("mariadb.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The system tables are made next door and renamed, so that a first start cut short is simply made again. */
    private void install() throws IOException {
        if (Files.isDirectory(tables())) {
            return;
        }
        var fresh = folder.resolve("mariadb.new");
        PrivateFiles.deleteTree(fresh);
        PrivateFiles.folder(fresh);
        ServerProcess.bootstrap(binaries, List.of("--bootstrap", "--datadir=" + fresh, "--log-warnings=0",
                "--enforce-storage-engine=", "--max-allowed-packet=8M", "--skip-ssl"), firstStatements(), log);
        Files.move(fresh, tables(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Bootstrap mode wants each statement at the start of a line. No root, no anonymous account: the init file has all rights.
     */
    private String firstStatements() throws IOException {
        return """
                create database if not exists mysql;
                use mysql;
                set @auth_root_socket=null;
                %s
                delete from global_priv where user in ('root', '');
                delete from proxies_priv;
                """.formatted(binaries.systemTables());
    }

    private void launch(int attempt) throws IOException {
        port = settings.port() == 0 ? freePort() : settings.port();
        var initFile = folder.resolve("mariadb.init.sql");
        PrivateFiles.write(initFile, accounts.statements());
        try {
            var candidate = ServerProcess.start(binaries, options(initFile), log);
            pidFile.write(candidate.handle());
            server = awaited(candidate, attempt) ? candidate : null;
        } finally {
            Files.deleteIfExists(initFile);
        }
    }

    private boolean awaited(ServerProcess candidate, int attempt) throws IOException {
        var answers = false;
        try {
            answers = answers(candidate);
            var portTaken = !answers && candidate.says("Bind on TCP/IP port").isPresent();
            if (!answers && !(portTaken && settings.port() == 0 && attempt < PORT_ATTEMPTS)) {
                throw candidate.failed(portTaken ? "could not have port " + port : "did not start", null);
            }
            return answers;
        } finally {
            if (!answers) {
                candidate.stop(Duration.ofSeconds(10));
                pidFile.delete();
            }
        }
    }

    /** True when the application's account gets in; false when the server gave up or time is over. */
    private boolean answers(ServerProcess candidate) {
        var deadline = System.nanoTime() + settings.startTimeout().toNanos();
        while (candidate.isAlive() && System.nanoTime() < deadline) {
            try (var connection = new Driver().connect(url(), login())) {
                return connection.isValid(5);
            } catch (SQLException notYet) {
                pause();
            }
        }
        return false;
    }

    private Properties login() {
        var login = new Properties();
        login.setProperty("user", "depesche");
        login.setProperty("password", accounts.application());
        return login;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("the start was interrupted", e);
        }
    }

    private List<String> options(Path initFile) throws IOException {
        var temporary = folder.resolve("mariadb.tmp");
        PrivateFiles.folder(temporary);
        var options = new ArrayList<>(List.of(
                "--datadir=" + tables(), "--tmpdir=" + temporary, "--init-file=" + initFile,
                // no Unix socket: its path may have 107 characters at most; no TLS: making a key costs 3 s a start
                "--bind-address=127.0.0.1", "--port=" + port, "--socket=", "--skip-name-resolve", "--skip-ssl",
                "--local-infile=0", "--secure-file-priv=" + temporary, "--max-connections=" + settings.maxConnections(),
                "--character-set-server=utf8mb4", "--collation-server=utf8mb4_bin", "--default-time-zone=+00:00",
                "--sql-mode=STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                "--max-allowed-packet=64M", "--innodb-buffer-pool-size=" + settings.bufferPool().asLongValue(),
                "--innodb-log-file-size=" + settings.redoLog().asLongValue()));
        options.addAll(settings.durable() ? List.of("--innodb-flush-log-at-trx-commit=1")
                : List.of("--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0"));
        return options;
    }

    private Path tables() {
        return folder.resolve("mariadb");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/depesche?sslMode=disable";
    }

    /** What Quarkus has to know to use this database. */
    public Map<String, String> quarkusSettings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", url(),
                "quarkus.datasource.username", "depesche",
                "quarkus.datasource.password", accounts.application(),
                "quarkus.flyway.jdbc-url", url(),
                "quarkus.flyway.username", "depesche_migration",
                "quarkus.flyway.password", accounts.migration());
    }

    /** The account that may only read: for the public's own data source, and for looking around. */
    public Map<String, String> reader() {
        return Map.of("url", url(), "username", "depesche_reader", "password", accounts.reader());
    }

    /** Stops the server and gives the folder back; harmless when repeated. */
    @Override
    public synchronized void close() {
        if (server == null) {
            return;
        }
        server.stop(settings.stopTimeout());
        server = null;
        try {
            pidFile.delete();
        } catch (IOException staleFileIsHarmless) {
            Log.debug("The pid file could not be deleted", staleFileIsHarmless);
        }
        folder.close();
    }
}
