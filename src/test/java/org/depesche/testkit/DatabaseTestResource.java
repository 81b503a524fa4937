package org.depesche.testkit;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.depesche.bootstrap.database.EmbeddedMariaDb;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * The database every {@code @QuarkusTest} runs on, without having to ask for it: one server for the whole JVM, empty at its
 * start. Test profiles restart Quarkus, not the database; one that needs a database to itself names a {@code folder} for it.
 */
@QuarkusTestResource(DatabaseTestResource.class)
public class DatabaseTestResource implements QuarkusTestResourceLifecycleManager {

    /** Quarkus may load this class more than once, so what is running is remembered where there is only one. */
    private static final String RUNNING = "depesche.test.database";
    private static final String FOLDER = "test-database";

    private String folder = FOLDER;

    @Override
    public void init(Map<String, String> arguments) {
        folder = arguments.getOrDefault("folder", FOLDER);
    }

    @Override
    public Map<String, String> start() {
        var running = RUNNING + "." + folder;
        synchronized (System.getProperties()) {
            if (System.getProperty(running) == null) {
                launch(folder, running);
            }
        }
        return Arrays.stream(System.getProperty(running).split("\n")).map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static void launch(String folder, String running) {
        endOrphan(folder);
        var database = EmbeddedMariaDb.open(TestDatabaseSettings.fast(TestFolders.emptyFolder(folder)));
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        database.start();
        System.setProperty(running, database.quarkusSettings().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining("\n")));
    }

    /** The server of a test run that was killed must not lose its folder under its feet. */
    private static void endOrphan(String name) {
        var folder = TestFolders.own().resolve(name);
        if (Files.exists(folder.resolve("mariadb.pid"))) {
            EmbeddedMariaDb.open(TestDatabaseSettings.fast(folder)).start().close();
        }
    }

    @Override
    public void stop() {
        // the next test profile goes on with it; the shutdown hook ends it
    }
}
