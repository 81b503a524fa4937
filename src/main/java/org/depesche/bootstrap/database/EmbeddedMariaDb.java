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
 * A MariaDB server in the data folder, reachable only from this machine and only with its random passwords. A plain
 * object, because the packaged service, dev mode and tests share it. Public for the tests.
 * <pre>
 * try (var database = EmbeddedMariaDb.open(config)) {
 *     database.start().quarkusSettings().forEach(System::setProperty);
 *     …
 * }</pre>
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    /** Another process may take the free port between the search for it and the server's bind. */
    private static final int PORT_ATTEMPTS = 3;

    private final EmbeddedDatabaseConfig config;
    private final DataFolder folder;
    private final PidFile pidFile;
    private final DatabaseAccounts accounts;
    private final Path log;
    private final Path initFile;
    private final ServerLifecycle lifecycle;
    private volatile int port;

    /**
     * Opens the database in the folder without starting it.
     *
     * @throws CannotStart if another process uses the folder, or the folder is not writable
     */
    public static EmbeddedMariaDb open(EmbeddedDatabaseConfig config) {
        ServerBinaries.requirePackaged(); // first, because without a database the state of the folder does not matter
        var folder = DataFolder.open(config.dataDir());
        try {
            return new EmbeddedMariaDb(config, folder);
        } catch (IOException e) {
            folder.close();
            throw setupFailed(folder, e);
        }
    }

    private EmbeddedMariaDb(EmbeddedDatabaseConfig config, DataFolder folder) throws IOException {
        this.config = config;
        this.folder = folder;
        this.pidFile = new PidFile(folder.resolve("mariadb.pid"));
        this.accounts = DatabaseAccounts.loadOrCreate(folder.resolve("mariadb.accounts"));
        this.log = folder.resolve("mariadb.log");
        this.initFile = folder.resolve("mariadb.init.sql");
        this.lifecycle = new ServerLifecycle(config.stopTimeout());
    }

    /**
     * Starts the server and returns when it accepts connections.
     *
     * @throws CannotStart if the server does not start; {@link #close} then stops what is running
     */
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
            Log.infof("Stopping the database that a killed instance left behind, pid=%d", orphan.get().pid());
            ServerProcess.stop(orphan.get(), config.stopTimeout());
        }
        pidFile.delete();
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log)) {
            Files.move(log, folder.resolve("mariadb.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Creates the system tables in another folder and renames it, so that an interrupted first start is repeated. */
    private void install(ServerBinaries binaries) throws IOException {
        if (Files.isDirectory(tablesFolder())) {
            return;
        }
        var newFolder = folder.resolve("mariadb.new");
        PrivateFiles.deleteTree(newFolder);
        PrivateFiles.createFolder(newFolder);
        var options = ServerOptions.bootstrap(newFolder, createTemporaryFolder());
        lifecycle.launch(() -> ServerProcess.start(binaries, options, log)).runBootstrap(binaries.systemTables());
        lifecycle.stopServer();
        Files.move(newFolder, tablesFolder(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void launch(ServerBinaries binaries) throws IOException {
        PrivateFiles.write(initFile, accounts.grantStatements());
        try {
            for (var attempt = 1; !attempt(binaries, attempt == PORT_ATTEMPTS); attempt++) {
                Log.debugf("Port %d was taken by another process, trying another port", port);
            }
        } finally {
            Files.deleteIfExists(initFile);
        }
    }

    /** Returns true if the server accepts connections. Returns false if the port was taken and another port may be tried. */
    private boolean attempt(ServerBinaries binaries, boolean isLastAttempt) throws IOException {
        port = config.port() == 0 ? freePort() : config.port();
        var server = lifecycle.launch(() -> startServer(binaries));
        if (awaitReady(server)) {
            return true;
        }
        var portTaken = server.logContains("Bind on TCP/IP port");
        if (portTaken && config.port() == 0 && !isLastAttempt) {
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

    /** Returns true if the application's account can log in. Returns false if the server ended or the timeout has passed. */
    private boolean awaitReady(ServerProcess server) {
        var deadline = System.nanoTime() + config.startTimeout().toNanos();
        while (server.isAlive() && System.nanoTime() < deadline) {
            try (var connection = new Driver().connect(url(), login())) {
                return connection.isValid(5);
            } catch (SQLException notReady) {
                pause();
            }
        }
        return false;
    }

    private Properties login() {
        var login = new Properties();
        login.setProperty("user", "depesche");
        login.setProperty("password", accounts.application());
        login.setProperty("connectTimeout", "2000"); // another process on this port may accept the connection and send nothing
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

    /** Returns the settings with which Quarkus uses this database. */
    public Map<String, String> quarkusSettings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", url(),
                "quarkus.datasource.username", "depesche",
                "quarkus.datasource.password", accounts.application(),
                "quarkus.flyway.jdbc-url", url(),
                "quarkus.flyway.username", "depesche_migration",
                "quarkus.flyway.password", accounts.migration());
    }

    /** Registers a callback for a server that ends without {@link #close}. */
    public void onUnexpectedExit(Runnable callback) {
        lifecycle.onUnexpectedExit(() -> {
            Log.fatalf("The embedded database ended unexpectedly, see %s. The service ends, too: start it again.", log);
            callback.run();
        });
    }

    /** Returns the account with read access to public content: for the public data source, and for manual queries. */
    public Map<String, String> readerCredentials() {
        return Map.of("url", url(), "username", "depesche_reader", "password", accounts.reader());
    }

    /** Stops the server, even while it is starting, and releases the folder. Repeated calls have no effect. */
    @Override
    public void close() {
        lifecycle.close();
        try {
            pidFile.delete();
            Files.deleteIfExists(initFile);
        } catch (IOException e) {
            Log.debug("A file of the stopped database could not be deleted; the next start deletes it", e);
        }
        folder.close();
    }
}
