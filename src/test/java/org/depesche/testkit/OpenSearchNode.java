package org.depesche.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real OpenSearch on loopback, in a JVM of its own because it brings another Lucene: one for all tests of a run, empty at its
 * start. It needs a JDK 21 or newer beside the one of the tests, and Maven to fetch it, once.
 */
public final class OpenSearchNode {

    private static final int JAVA = 21;
    private static final int PATIENCE_SECONDS = 90;
    private static final Path FOLDER = TestFolders.target().resolve("opensearch");
    private static final Path SOURCES = Path.of("src/test/opensearch").toAbsolutePath();
    /** Quarkus may load this class more than once, so what is running is remembered where there is only one. */
    private static final String PORT = "depesche.test.opensearch.port";
    private static final String PROCESS = "depesche.test.opensearch.pid";

    private OpenSearchNode() {
    }

    /** Whether this machine has what it takes; for JUnit's {@code EnabledIf}. */
    public static boolean isPossible() {
        var isPossible = java().isPresent() && maven().isPresent();
        if (!isPossible && Requirements.isRequired("opensearch")) {
            throw new AssertionError("OpenSearch needs a JDK " + JAVA + " or newer and Maven");
        }
        return isPossible;
    }

    /** Where it answers; started if need be. */
    public static URI ensureRunning() {
        synchronized (System.getProperties()) {
            if (System.getProperty(PORT) == null) {
                fetch();
                TestFolders.emptyFolder("opensearch/node");
                System.setProperty(PORT, Integer.toString(TestPorts.free()));
                restart();
            }
            return URI.create("http://127.0.0.1:" + System.getProperty(PORT));
        }
    }

    /** Again, on the same port and with the same data. */
    public static void restart() {
        try {
            var process = new ProcessBuilder(java().orElseThrow().toString(), "-Xmx512m", "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1", "-cp", FOLDER.resolve("lib") + File.separator + "*",
                    SOURCES.resolve("Node.java").toString(), FOLDER.resolve("node").toString(), System.getProperty(PORT))
                    .redirectErrorStream(true).redirectOutput(FOLDER.resolve("node.log").toFile()).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            System.setProperty(PROCESS, Long.toString(process.pid()));
            awaitAnswer(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a power cut would. */
    public static void kill() {
        handle().ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** It takes connections and answers nothing. */
    public static void pause() {
        signal("-STOP");
    }

    public static void resume() {
        signal("-CONT");
    }

    /** Writes into the middle of all index files, of one that does not run. */
    public static void corruptIndexFiles() throws IOException {
        try (var files = Files.walk(FOLDER.resolve("node"))) {
            for (var file : files.filter(OpenSearchNode::isIndexFile).toList()) {
                try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                    channel.position(channel.size() / 2);
                    channel.write(ByteBuffer.wrap(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }));
                }
            }
        }
    }

    private static boolean isIndexFile(Path file) {
        return file.getParent().endsWith("index") && Files.isRegularFile(file)
                && file.getFileName().toString().matches("_.*|segments_.*") && file.toString().contains("indices");
    }

    private static void signal(String signal) {
        run(new ProcessBuilder("kill", signal, System.getProperty(PROCESS)));
    }

    private static Optional<ProcessHandle> handle() {
        return ProcessHandle.of(Long.parseLong(System.getProperty(PROCESS)));
    }

    private static void fetch() {
        if (!Files.exists(FOLDER.resolve("lib"))) {
            run(new ProcessBuilder(maven().orElseThrow().toString(), "-B", "-q", "-f", SOURCES.resolve("pom.xml").toString(),
                    "dependency:copy-dependencies", "-DoutputDirectory=" + FOLDER.resolve("lib")));
        }
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

    private static void awaitAnswer(Process process) {
        for (var tries = PATIENCE_SECONDS * 5; tries > 0 && process.isAlive(); tries--) {
            try {
                Thread.sleep(200);
                var connection = (HttpURLConnection) URI
                        .create("http://127.0.0.1:" + System.getProperty(PORT) + "/")
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
        throw new AssertionError("OpenSearch did not start; see " + FOLDER.resolve("node.log"));
    }

    private static Optional<Path> maven() {
        return Optional.ofNullable(System.getProperty("maven.home")).map(home -> Path.of(home, "bin", "mvn"))
                .filter(Files::isExecutable);
    }

    /** That of the tests, one named by {@code DEPESCHE_OPENSEARCH_JAVA}, or one that is installed beside it. */
    private static Optional<Path> java() {
        var own = Path.of(System.getProperty("java.home"));
        if (Runtime.version().feature() >= JAVA) {
            return Optional.of(own.resolve("bin/java"));
        }
        var named = Stream.ofNullable(System.getenv("DEPESCHE_OPENSEARCH_JAVA")).map(Path::of);
        return Stream.concat(named, siblingJdks(own)).filter(home -> feature(home) >= JAVA)
                .map(home -> home.resolve("bin/java")).findFirst();
    }

    private static Stream<Path> siblingJdks(Path home) {
        try (var others = Files.list(home.toRealPath().getParent())) {
            return others.sorted().toList().stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }

    private static int feature(Path home) {
        try (var lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION=\"")).mapToInt(
                    line -> Integer.parseInt(line.replaceFirst("JAVA_VERSION=\"(\\d+).*", "$1"))).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
