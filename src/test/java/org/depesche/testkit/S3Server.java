package org.depesche.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A server with the API of S3 on loopback, in a JVM of its own: one for all tests of a run, with the empty bucket
 * {@code photos}. Maven fetches it once.
 */
public final class S3Server {

    public static final String BUCKET = "photos";
    private static final int PATIENCE_SECONDS = 60;
    private static final Path FOLDER = TestFolders.target().resolve("s3mock");
    private static final Path SOURCES = Path.of("src/test/s3mock").toAbsolutePath();
    /** Quarkus may load this class more than once, so what is running is remembered where there is only one. */
    private static final String PORT = "depesche.test.s3.port";
    private static final String PROCESS = "depesche.test.s3.pid";

    private S3Server() {
    }

    /** Whether this machine has what it takes; for JUnit's {@code EnabledIf}. */
    public static boolean isPossible() {
        if (maven().isEmpty() && Requirements.isRequired("s3")) {
            throw new AssertionError("the server of S3 needs Maven");
        }
        return maven().isPresent();
    }

    /** Where it answers; started if need be. */
    public static URI ensureRunning() {
        synchronized (System.getProperties()) {
            if (System.getProperty(PORT) == null) {
                System.setProperty(PORT, Integer.toString(TestPorts.free()));
                start();
            }
            return URI.create("http://127.0.0.1:" + System.getProperty(PORT));
        }
    }

    /** It takes connections and answers nothing. */
    public static void pause() {
        signal("-STOP");
    }

    public static void resume() {
        signal("-CONT");
    }

    private static void start() {
        try {
            var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                    "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", archive().toString())
                    .redirectErrorStream(true).redirectOutput(FOLDER.resolve("server.log").toFile());
            process.environment().put("COM_ADOBE_TESTING_S3MOCK_HTTP_PORT", System.getProperty(PORT));
            process.environment().put("COM_ADOBE_TESTING_S3MOCK_STORE_INITIAL_BUCKETS", BUCKET);
            process.environment().put("SERVER_PORT", "0");
            process.environment().put("SERVER_ADDRESS", "127.0.0.1");
            var server = process.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
            System.setProperty(PROCESS, Long.toString(server.pid()));
            awaitAnswer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path archive() throws IOException {
        if (!Files.isDirectory(FOLDER.resolve("lib"))) {
            run(new ProcessBuilder(maven().orElseThrow().toString(), "-B", "-q", "-f", SOURCES.resolve("pom.xml").toString(),
                    "dependency:copy-dependencies", "-DoutputDirectory=" + FOLDER.resolve("lib")));
        }
        try (var files = Files.list(FOLDER.resolve("lib"))) {
            return files.filter(file -> file.toString().endsWith("-exec.jar")).findFirst().orElseThrow();
        }
    }

    private static void awaitAnswer(Process process) {
        for (var tries = PATIENCE_SECONDS * 5; tries > 0 && process.isAlive(); tries--) {
            try {
                Thread.sleep(200);
                var connection = (HttpURLConnection) URI
                        .create("http://127.0.0.1:" + System.getProperty(PORT) + "/" + BUCKET + "?list-type=2")
                        .toURL().openConnection();
                if (connection.getResponseCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it takes some seconds
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        process.destroyForcibly();
        throw new AssertionError("the server of S3 did not start; see " + FOLDER.resolve("server.log"));
    }

    private static void signal(String signal) {
        run(new ProcessBuilder("kill", signal, System.getProperty(PROCESS)));
    }

    private static void run(ProcessBuilder command) {
        try {
            var code = command.inheritIO().start().waitFor();
            if (code != 0) {
                throw new AssertionError(command.command() + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<Path> maven() {
        return Optional.ofNullable(System.getProperty("maven.home")).map(home -> Path.of(home, "bin", "mvn"))
                .filter(Files::isExecutable);
    }
}
