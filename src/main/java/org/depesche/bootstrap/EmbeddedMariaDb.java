package org.depesche.bootstrap;

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

    private final EmbeddedSettings settings;
    private final DataFolder folder;
    private final PidFile pidFile;
    private final Accounts accounts;
    private final Path log;
    private final Path initFile;
    private final ServerSlot slot;
    private volatile int port;

    /** The one in that folder, not yet running. Throws {@link CannotStart} when the folder is another's or can't be used. */
    public static EmbeddedMariaDb in(EmbeddedSettings settings) {
        ServerBinaries.mustBePartOfThisBuild(); // first: where there is no database, no folder helps
        var folder = DataFolder.claim(settings.dataDir());
        try {
            return new EmbeddedMariaDb(settings, folder);
        } catch (IOException e) {
            folder.close();
            throw unusable(folder, e);
        }
    }

    private EmbeddedMariaDb(EmbeddedSettings settings, DataFolder folder) throws IOException {
        this.settings = settings;
        this.folder = folder;
        this.pidFile = new PidFile(folder.resolve("mariadb.pid"));
        this.accounts = Accounts.of(folder.resolve("mariadb.accounts"));
        this.log = folder.resolve("mariadb.log");
        this.initFile = folder.resolve("mariadb.init.sql");
        this.slot = new ServerSlot(settings.stopTimeout());
    }

    /** Returns when the server answers. Throws {@link CannotStart}; then, as ever, {@link #close} leaves nothing running. */
    public EmbeddedMariaDb start() {
        try {
            stopOrphan();
            keepFormerLog();
            var binaries = ServerBinaries.unpacked(settings.binaries());
            install(binaries);
            launch(binaries);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
        Log.infof("Embedded MariaDB %s is running, folder=%s port=%d", ServerBinaries.VERSION, folder.path(), port);
        return this;
    }

    private static CannotStart unusable(DataFolder folder, IOException cause) {
        return new CannotStart("the embedded database in %s could not be set up: %s"
                .formatted(folder.path(), PrivateFiles.reason(cause)), cause);
    }

    private void stopOrphan() throws IOException {
        var orphan = pidFile.orphan();
        if (orphan.isPresent()) {
            Log.infof("Stopping the database a killed instance left behind, pid=%d", orphan.get().pid());
            ServerProcess.stop(orphan.get(), settings.stopTimeout());
        }
        pidFile.delete();
    }

    private void keepFormerLog() throws IOException {
        if (Files.exists(log)) {
            Files.move(log, folder.resolve("mariadb.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The system tables are made next door and renamed, so that a first start cut short is simply made again. */
    private void install(ServerBinaries binaries) throws IOException {
        if (Files.isDirectory(tables())) {
            return;
        }
        var fresh = folder.resolve("mariadb.new");
        PrivateFiles.deleteTree(fresh);
        PrivateFiles.folder(fresh);
        slot.launch(() -> ServerProcess.start(binaries, ServerOptions.bootstrap(fresh), log)).feed(binaries.systemTables());
        slot.empty();
        Files.move(fresh, tables(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void launch(ServerBinaries binaries) throws IOException {
        PrivateFiles.write(initFile, accounts.statements());
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
        port = settings.port() == 0 ? freePort() : settings.port();
        var server = slot.launch(() -> launched(binaries));
        if (answers(server)) {
            return true;
        }
        var portTaken = server.says("Bind on TCP/IP port");
        if (portTaken && settings.port() == 0 && !last) {
            slot.empty();
            return false;
        }
        throw server.failed(portTaken ? "could not have port " + port : "did not start");
    }

    private ServerProcess launched(ServerBinaries binaries) throws IOException {
        var options = ServerOptions.of(settings, port, tables(), temporary(), initFile);
        var server = ServerProcess.start(binaries, options, log);
        pidFile.write(server.handle());
        return server;
    }

    private Path temporary() throws IOException {
        var temporary = folder.resolve("mariadb.tmp");
        PrivateFiles.folder(temporary);
        return temporary;
    }

    /** True when the application's account gets in; false when the server gave up or time is over. */
    private boolean answers(ServerProcess server) {
        var deadline = System.nanoTime() + settings.startTimeout().toNanos();
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

    /** Calls back when the server has ended without being told to. */
    void whenItEnds(Runnable told) {
        slot.whenItEnds(() -> {
            Log.fatalf("The embedded database ended by itself; %s says why. The service ends with it: start it again.", log);
            told.run();
        });
    }

    /** The account that may only read: for the public's own data source, and for looking around. */
    public Map<String, String> reader() {
        return Map.of("url", url(), "username", "depesche_reader", "password", accounts.reader());
    }

    /** Stops the server, also in the middle of its start, and gives the folder back; harmless when repeated. */
    @Override
    public void close() {
        slot.close();
        try {
            pidFile.delete();
            Files.deleteIfExists(initFile);
        } catch (IOException e) {
            Log.debug("A file of the stopped database could not be deleted; the next start does", e);
        }
        folder.close();
    }
}
