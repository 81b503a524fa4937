package org.depesche.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** nginx as Debian sets it up, handing out of files what the service answered. */
final class StaticServer implements AutoCloseable {

    private static final String CONFIGURATION = """
            daemon off;
            worker_processes auto;
            error_log error.log;
            pid nginx.pid;
            events { worker_connections 1024; }
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                keepalive_requests 1000000000;
                open_file_cache max=4096;
                default_type application/json;
                client_body_temp_path temporary;
                proxy_temp_path temporary;
                fastcgi_temp_path temporary;
                uwsgi_temp_path temporary;
                scgi_temp_path temporary;
                server { listen 127.0.0.1:%d; root files; }
            }
            """;

    private final ChildProcess server;
    private final Path files;
    private final HttpTarget http;
    private final AtomicInteger number = new AtomicInteger();

    private StaticServer(ChildProcess server, Path files, HttpTarget http) {
        this.server = server;
        this.files = files;
        this.http = http;
    }

    static StaticServer start(BenchSettings settings) {
        try {
            var folder = settings.folder().resolve("nginx");
            var files = Files.createDirectories(folder.resolve("files"));
            var port = ChildProcess.freePort();
            Files.writeString(folder.resolve("nginx.conf"), CONFIGURATION.formatted(port));
            Files.writeString(files.resolve("ready"), "ready");
            var command = new ProcessBuilder(program(), "-p", folder + "/", "-c", "nginx.conf", "-e", "error.log");
            var server = ChildProcess.start(command, folder.resolve("output.log"));
            var http = new HttpTarget(port, "");
            while (!http.isOk("/ready")) {
                server.checkAlive();
            }
            return new StaticServer(server, files, http);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String program() {
        // /usr/sbin is not in everybody's path
        return Files.isExecutable(Path.of("/usr/sbin/nginx")) ? "/usr/sbin/nginx" : "nginx";
    }

    /** The same requests to here: the same bytes, the same conditions with tags of its own. */
    List<BenchRequest> mirror(HttpTarget service, List<BenchRequest> requests) {
        try {
            var folder = Files.createDirectories(files.resolve(Integer.toString(number.incrementAndGet())));
            var twins = new ArrayList<BenchRequest>();
            for (var asked : requests) {
                var file = folder.resolve(Integer.toString(twins.size()));
                Files.write(file, service.get(asked.path()).body());
                var path = "/" + files.relativize(file);
                twins.add(new BenchRequest(path, asked.etag().isEmpty() ? "" : tag(path)));
            }
            return twins;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String tag(String path) {
        return http.get(path).headers().firstValue("ETag").orElseThrow();
    }

    HttpTarget http() {
        return http;
    }

    @Override
    public void close() {
        server.close();
    }
}
