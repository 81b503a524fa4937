package org.depesche.bootstrap.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

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

    /** The pause before the first restart; it doubles with each further one, up to a minute. */
    private static final Duration RESTART_PAUSE = Duration.ofSeconds(1);

    private final EmbeddedDatabaseConfig config;
    private final DataFolder folder;
    private final PidFile pidFile;
    private final DatabaseAccounts accounts;
    private final Path log;
    private final SingleServer lifecycle;
    private final ServerLauncher launcher;

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
        this.lifecycle = new SingleServer(config.stopTimeout());
        this.launcher = new ServerLauncher(config, folder, accounts, lifecycle);
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
            launcher.launch(binaries, config.port());
        } catch (IOException e) {
            throw setupFailed(folder, e);
        }
        Log.infof("Embedded MariaDB %s is running, folder=%s port=%d", ServerBinaries.VERSION, folder.path(),
                launcher.port());
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
        if (Files.isDirectory(launcher.tablesFolder())) {
            return;
        }
        var newFolder = folder.resolve("mariadb.new");
        PrivateFiles.deleteTree(newFolder);
        PrivateFiles.createFolder(newFolder);
        var options = ServerOptions.bootstrap(newFolder, launcher.createTemporaryFolder());
        lifecycle.launch(() -> ServerProcess.start(binaries, options, log)).runBootstrap(binaries.systemTables());
        lifecycle.stopServer();
        Files.move(newFolder, launcher.tablesFolder(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns the settings with which Quarkus uses this database. */
    public Map<String, String> quarkusSettings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", launcher.url(),
                "quarkus.datasource.username", "depesche",
                "quarkus.datasource.password", accounts.application(),
                "quarkus.flyway.jdbc-url", launcher.url(),
                "quarkus.flyway.username", "depesche_migration",
                "quarkus.flyway.password", accounts.migration());
    }

    /**
     * Starts the server again whenever it ends without {@link #close}: after a full disk, for example. The port stays.
     *
     * @param giveUp is called after {@link EmbeddedDatabaseConfig#maxRestarts} attempts without success
     */
    public void keepRunning(Runnable giveUp) {
        lifecycle.onUnexpectedExit(() -> new Thread(() -> restart(giveUp), "embedded-database-restart").start());
    }

    private void restart(Runnable giveUp) {
        Log.errorf("The embedded database ended unexpectedly and is started again, see %s", log);
        var isRunning = new Restarts(config.maxRestarts(), RESTART_PAUSE).run(this::tryToRestart);
        if (lifecycle.isClosed()) {
            return;
        }
        if (isRunning) {
            Log.info("The embedded database is running again");
            keepRunning(giveUp);
        } else {
            Log.fatalf("The embedded database cannot be started again, see %s. The service ends, too.", log);
            giveUp.run();
        }
    }

    /** Returns whether no further attempt is needed: the server runs, or it is not wanted any more. */
    private boolean tryToRestart() {
        try {
            lifecycle.stopServer();
            launcher.launch(ServerBinaries.unpackOnce(config.binaries()), launcher.port());
            return true;
        } catch (IOException | CannotStart e) {
            if (lifecycle.isClosed()) {
                return true;
            }
            Log.errorf("The embedded database did not start: %s", e.getMessage());
            return false;
        }
    }

    /** Returns the account with read access to public content: for the public data source, and for manual queries. */
    public Map<String, String> readerCredentials() {
        return Map.of("url", launcher.url(), "username", "depesche_reader", "password", accounts.reader());
    }

    /** Stops the server, even while it is starting, and releases the folder. Repeated calls have no effect. */
    @Override
    public void close() {
        lifecycle.close();
        try {
            pidFile.delete();
            launcher.deleteInitFile();
        } catch (IOException e) {
            Log.debug("A file of the stopped database could not be deleted; the next start deletes it", e);
        }
        folder.close();
    }
}
