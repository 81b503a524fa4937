package org.depesche.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The packaged service as a process of its own, as an operator runs it: {@code java -jar target/quarkus-app/quarkus-run.jar},
 * on loopback. The environment variable DEPESCHE_IT_JAVA names the home of the Java it runs on; otherwise it is ours.
 */
public final class PackagedService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /**
     * The service lives for seconds here, and compiling it to full speed takes half of the processor time of a start.
     * {@code .ci/smoke} starts it without these options.
     */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** What the virtual machine says of classes that it cannot archive is not the service's output. */
    private static final String QUIET = "-Xlog:disable";

    /** Once, also where this Java makes none: a start works without the archive. */
    private static boolean isArchiveMade;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final int port;

    private PackagedService(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    public static Launcher in(Path dataDir) {
        return new Launcher(dataDir, List.of(), Map.of(), true);
    }

    /** How it is to be started. `prefix` is a command that runs the rest, as another user for example. */
    public record Launcher(Path dataDir, List<String> prefix, Map<String, String> environment, boolean archived) {

        public Launcher withEnvironment(String variable, String value) {
            var more = new HashMap<>(environment);
            more.put(variable, value);
            return new Launcher(dataDir, prefix, Map.copyOf(more), archived);
        }

        public Launcher withPrefix(String... command) {
            return new Launcher(dataDir, List.of(command), environment, archived);
        }

        /** As operators start it: it has to parse its classes, and what the virtual machine warns of is in the output. */
        public Launcher withoutClassArchive() {
            return new Launcher(dataDir, prefix, environment, false);
        }

        /** At once; {@link PackagedService#awaitReady} or {@link PackagedService#awaitExit} is the next thing to call. */
        public PackagedService launch() {
            return archived ? launchWith("-XX:SharedArchiveFile=" + classArchive(), QUIET) : launchWith();
        }

        private PackagedService launchWith(String... archiveOptions) {
            try {
                var port = TestPorts.free();
                var log = Files.createTempFile(TestFolders.target(), "packaged-service-", ".log");
                var command = new ArrayList<>(prefix);
                command.add(java().toString());
                command.addAll(SHORT_LIVED);
                command.addAll(List.of(archiveOptions));
                command.addAll(List.of("-jar", jar().toString()));
                var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
                builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("DEPESCHE_"));
                builder.environment().putAll(Map.of("DEPESCHE_DATA_DIR", dataDir.toString(),
                        "DEPESCHE_EMBEDDED_DATABASE_BINARIES", TestFolders.binaries().toString(),
                        "QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT", Integer.toString(port)));
                builder.environment().putAll(environment);
                return new PackagedService(builder.start(), log, port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public PackagedService start() {
            return launch().awaitReady();
        }
    }

    /**
     * The classes of the service as a virtual machine of this Java stores them at its end: they are parsed and verified once,
     * and not at each start, which saves a third of its processor time.
     */
    private static synchronized Path classArchive() {
        var name = "service-%08x-%d.jsa".formatted(java().hashCode(), jar().toFile().lastModified());
        var archive = TestFolders.own().resolve(name);
        if (!isArchiveMade && !Files.exists(archive)) {
            isArchiveMade = true;
            in(TestFolders.emptyFolder("service-archive")).launchWith("-XX:ArchiveClassesAtExit=" + archive, QUIET).awaitReady()
                    .stop();
        }
        return archive;
    }

    public static Path jar() {
        return TestFolders.target().resolve("quarkus-app/quarkus-run.jar");
    }

    public static Path java() {
        var home = Optional.ofNullable(System.getenv("DEPESCHE_IT_JAVA")).orElse(System.getProperty("java.home"));
        return Path.of(home, "bin", "java");
    }

    public PackagedService awaitReady() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (answersReady()) {
                return this;
            }
            pause();
        }
        close();
        throw new AssertionError("the service did not become ready:\n" + output());
    }

    private boolean answersReady() {
        try {
            return client.send(request("/q/health/ready"), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public String get(String path) throws IOException, InterruptedException {
        return client.send(request(path), BodyHandlers.ofString()).body();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(30)).build();
    }

    public long pid() {
        return process.pid();
    }

    public int port() {
        return port;
    }

    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** kill -9: nothing of it gets the chance to clean up. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** SIGTERM, as service managers and clusters stop it. Gives the exit code. */
    public int stop() {
        process.destroy();
        return awaitExit();
    }

    public int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the service did not end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The database servers that work in that folder, whoever started them. */
    public static List<ProcessHandle> databasesIn(Path dataDir) {
        return ProcessHandle.allProcesses().filter(process -> commandLine(process).contains("--datadir=" + dataDir + "/"))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        return String.join(" ", process.info().arguments().orElse(new String[0]));
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
