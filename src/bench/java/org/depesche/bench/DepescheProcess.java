package org.depesche.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The packaged service with its own database, as an operator starts it. */
final class DepescheProcess implements AutoCloseable {

    /** Room in the response cache for all answers of all cases. */
    static final Map<String, String> LARGE_CACHE = Map.of("DEPESCHE_CACHE_MAX_SIZE", "256M");
    /** Switches the response cache off. */
    static final Map<String, String> NO_CACHE = Map.of("DEPESCHE_CACHE_MAX_SIZE", "0");

    private final ChildProcess server;
    private final HttpTarget http;
    private final Duration startUp;
    private final int databasePort;
    private final Path data;

    private DepescheProcess(ChildProcess server, HttpTarget http, Duration startUp, int databasePort, Path data) {
        this.server = server;
        this.http = http;
        this.startUp = startUp;
        this.databasePort = databasePort;
        this.data = data;
    }

    static DepescheProcess start(BenchSettings settings, Path data, Map<String, String> more, String... options) {
        var port = ChildProcess.freePort();
        var databasePort = ChildProcess.freePort();
        var key = "bench-" + UUID.randomUUID();
        var command = new ArrayList<String>();
        command.add(settings.java().toString());
        command.addAll(settings.jvm());
        if (Files.exists(settings.aotCache())) {
            command.add("-XX:AOTCache=" + settings.aotCache());
        }
        command.addAll(List.of(options));
        command.add("-jar");
        command.add(settings.jar().toString());
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.matches("(QUARKUS|DEPESCHE)_.*|J(AVA_TOOL|DK_JAVA)_OPTIONS"));
        builder.environment().put("MALLOC_ARENA_MAX", "2"); // as in the image
        builder.environment().putAll(Map.of("DEPESCHE_DATA_DIR", data.toString(), "DEPESCHE_ADMIN_KEY", key,
                "DEPESCHE_EMBEDDED_DATABASE_BINARIES", settings.folder().resolve("binaries").toString(),
                "DEPESCHE_EMBEDDED_DATABASE_PORT", Integer.toString(databasePort),
                // the chapter "Embedded database" advises these for a million articles; all sizes use them, for comparison
                "DEPESCHE_EMBEDDED_DATABASE_BUFFER_POOL", "1G", "DEPESCHE_EMBEDDED_DATABASE_REDO_LOG", "512M",
                "DEPESCHE_SITE_URL", "https://www.example.org", "QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT",
                Integer.toString(port)));
        builder.environment().putAll(more);
        var begin = System.nanoTime();
        var server = ChildProcess.start(builder, settings.folder().resolve("service.log"));
        var http = new HttpTarget(port, key);
        awaitAnswer(server, http);
        return new DepescheProcess(server, http, Duration.ofNanos(System.nanoTime() - begin), databasePort, data);
    }

    private static void awaitAnswer(ChildProcess server, HttpTarget http) {
        try {
            while (!http.isOk("/v1/articles?limit=1")) {
                server.checkAlive();
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpTarget http() {
        return http;
    }

    ChildProcess server() {
        return server;
    }

    /** From the start of the process to the first good answer. */
    Duration startUp() {
        return startUp;
    }

    /** Returns after a second in which service and database took less than 50 ms of processor, or after a minute. */
    void awaitIdle() {
        try {
            var before = Duration.ofHours(-1);
            for (var seconds = 0; seconds < 60; seconds++) {
                var now = server.processorTime().plus(server.childProcessorTime());
                if (now.minus(before).toMillis() < 50) {
                    return;
                }
                before = now;
                Thread.sleep(1_000);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    BenchDatabase database() {
        return new BenchDatabase(databasePort, data);
    }

    @Override
    public void close() {
        server.close();
    }
}
