package org.depesche.bootstrap.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;

import org.mariadb.jdbc.Driver;

import io.quarkus.logging.Log;

/** Launches the server on a port, and waits until the account of the application can log in. */
final class ServerLauncher {

    /** Another process may take the free port between the search for it and the server's bind. */
    private static final int PORT_ATTEMPTS = 3;

    private final EmbeddedDatabaseConfig config;
    private final DataFolder folder;
    private final DatabaseAccounts accounts;
    private final SingleServer lifecycle;
    private final PidFile pidFile;
    private final Path initFile;
    private volatile int port;

    ServerLauncher(EmbeddedDatabaseConfig config, DataFolder folder, DatabaseAccounts accounts, SingleServer lifecycle) {
        this.config = config;
        this.folder = folder;
        this.accounts = accounts;
        this.lifecycle = lifecycle;
        this.pidFile = new PidFile(folder.resolve("mariadb.pid"));
        this.initFile = folder.resolve("mariadb.init.sql");
    }

    /** @param fixedPort 0 for any free port */
    void launch(ServerBinaries binaries, int fixedPort) throws IOException {
        PrivateFiles.write(initFile, accounts.grantStatements());
        try {
            for (var attempt = 1; !attempt(binaries, fixedPort, attempt == PORT_ATTEMPTS); attempt++) {
                Log.debugf("Port %d was taken by another process, trying another port", port);
            }
        } finally {
            deleteInitFile();
        }
    }

    /** Returns true if the server accepts connections. Returns false if the port was taken and another port may be tried. */
    private boolean attempt(ServerBinaries binaries, int fixedPort, boolean isLastAttempt) throws IOException {
        port = fixedPort == 0 ? freePort() : fixedPort;
        var server = lifecycle.launch(() -> startServer(binaries));
        if (awaitReady(server)) {
            return true;
        }
        var portTaken = server.logContains("Bind on TCP/IP port");
        if (portTaken && fixedPort == 0 && !isLastAttempt) {
            lifecycle.stopServer();
            return false;
        }
        throw server.failure(portTaken ? "could not have port " + port : "did not start");
    }

    private ServerProcess startServer(ServerBinaries binaries) throws IOException {
        var options = ServerOptions.of(config, port, tablesFolder(), createTemporaryFolder(), initFile);
        var server = ServerProcess.start(binaries, options, folder.resolve("mariadb.log"));
        pidFile.write(server.handle());
        return server;
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

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    Path tablesFolder() {
        return folder.resolve("mariadb");
    }

    Path createTemporaryFolder() throws IOException {
        var temporary = folder.resolve("mariadb.tmp");
        PrivateFiles.createFolder(temporary);
        return temporary;
    }

    void deleteInitFile() throws IOException {
        Files.deleteIfExists(initFile);
    }

    /** The port of the last launch. */
    int port() {
        return port;
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/depesche?sslMode=disable";
    }
}
