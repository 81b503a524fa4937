package org.depesche.bootstrap.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
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

    private final EmbeddedDatabaseConfig config;
    private final DataFolder folder;
    private final PidFile pidFile;
    private final DatabaseAccounts accounts;
    private final Path log;
    private final Path initFile;
    private final ServerLifecycle lifecycle;
    private volatile int port;

    /** The one in that folder, not yet running. Throws {@link CannotStart} when the folder is another's or can't be used. */
    public static EmbeddedMariaDb open(EmbeddedDatabaseConfig settings) {
        ServerBinaries.requirePackaged(); // first: where there is no database, no folder helps
        var folder = DataFolder.open(settings.dataDir());
        try {
            return new EmbeddedMariaDb(settings, folder);
        } catch (IOException e) {
            folder.close();
            throw setupFailed(folder, e);
        }
    }

    private EmbeddedMariaDb(EmbeddedDatabaseConfig settings, DataFolder folder) throws IOException {
        this.config = settings;
        this.folder = folder;
        this.pidFile = new PidFile(folder.resolve("mariadb.pid"));
        this.accounts = DatabaseAccounts.loadOrCreate(folder.resolve("mariadb.accounts"));
        this.log = folder.resolve("mariadb.log");
        this.initFile = folder.resolve("mariadb.init.sql");
        this.lifecycle = new ServerLifecycle(settings.stopTimeout());
    }

    /** Returns when the server answers. Throws {@link CannotStart}; then, as ever, {@link #close} leaves nothing running. */
    public EmbeddedMariaDb start() {
        try {
            stopOrphan();
            rotateLog();
            var binaries = ServerBinaries.unpackOnce(config.binaries());
            install(binaries);
            launch(binaries);
        } catch (IOException e) {
            throw setupFailed(folder, e);
        }
        Log.infof("Embedded MariaDB %s is running, folder=%s port=%d", ServerBinaries.VERSION, folder.path(), port);
        return this;
    }

    private static CannotStart setupFailed(DataFolder folder, IOException cause) {
        return new CannotStart("the embedded database in %s could not be set up: %s"
                .formatted(folder.path(), PrivateFiles.reason(cause)), cause);
    }

    private void stopOrphan() throws IOException {
        var orphan = pidFile.findOrphan();
        if (orphan.isPresent()) {
            Log.infof("Stopping the database a killed instance left behind, pid=%d", orphan.get().pid());
            ServerProcess.stop(orphan.get(), config.stopTimeout());
        }
        pidFile.delete();
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log)) {
            Files.move(log, folder.resolve("mariadb.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The system tables are made next door and renamed, so that a first start cut short is simply made again. */
    private void install(ServerBinaries binaries) throws IOException {
        if (Files.isDirectory(tablesFolder())) {
            return;
        }
        var fresh = folder.resolve("mariadb.new");
        PrivateFiles.deleteTree(fresh);
        PrivateFiles.createFolder(fresh);
        lifecycle.launch(() -> ServerProcess.start(binaries, ServerOptions.bootstrap(fresh), log))
                .runBootstrap(binaries.systemTables());
        lifecycle.stopServer();
        Files.move(fresh, tablesFolder(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void launch(ServerBinaries binaries) throws IOException {
        PrivateFiles.write(initFile, accounts.grantStatements());
        try {
            for (var attempt = 1; !attempt(binaries, attempt == PORT_ATTEMPTS); attempt++) {
                Log.debugf("Port %d was taken by another, trying again", port);
            }
        } finally {
            Files.deleteIfExists(initFile);
        }
    }

    /** True when the server answers; false when it only lacked the port and another may do. */
    private boolean attempt(ServerBinaries binaries, boolean last) throws IOException {
        port = config.port() == 0 ? freePort() : config.port();
        var server = lifecycle.launch(() -> startServer(binaries));
        if (awaitReady(server)) {
            return true;
        }
        var portTaken = server.logContains("Bind on TCP/IP port");
        if (portTaken && config.port() == 0 && !last) {
            lifecycle.stopServer();
            return false;
        }
        throw server.failure(portTaken ? "could not have port " + port : "did not start");
    }

    private ServerProcess startServer(ServerBinaries binaries) throws IOException {
        var options = ServerOptions.of(config, port, tablesFolder(), createTemporaryFolder(), initFile);
        var server = ServerProcess.start(binaries, options, log);
        pidFile.write(server.handle());
        return server;
    }

    private Path createTemporaryFolder() throws IOException {
        var temporary = folder.resolve("mariadb.tmp");
        PrivateFiles.createFolder(temporary);
        return temporary;
    }

    /** True when the application's account gets in; false when the server gave up or time is over. */
    private boolean awaitReady(ServerProcess server) {
        var deadline = System.nanoTime() + config.startTimeout().toNanos();
        while (server.isAlive() && System.nanoTime() < deadline) {
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
        login.setProperty("connectTimeout", "2000"); // a stranger on our port may accept and say nothing
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

    private Path tablesFolder() {
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

    /** Calls back when the server has ended without being told to. */
    public void onUnexpectedExit(Runnable told) {
        lifecycle.onUnexpectedExit(() -> {
            Log.fatalf("The embedded database ended by itself; %s says why. The service ends with it: start it again.", log);
            told.run();
        });
    }

    /** The account that may only read: for the public's own data source, and for looking around. */
    public Map<String, String> readerCredentials() {
        return Map.of("url", url(), "username", "depesche_reader", "password", accounts.reader());
    }

    /** Stops the server, also in the middle of its start, and gives the folder back; harmless when repeated. */
    @Override
    public void close() {
        lifecycle.close();
        try {
            pidFile.delete();
            Files.deleteIfExists(initFile);
        } catch (IOException e) {
            Log.debug("A file of the stopped database could not be deleted; the next start does", e);
        }
        folder.close();
    }
}
