package org.depesche.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Debian's wrk: as many requests as 32 connections carry. Its latencies are those of a queue it makes itself. */
record Wrk(BenchSettings settings) {

    static final int CONNECTIONS = 32;

    /** Latencies in microseconds. */
    record Load(double perSecond, long requests, double median, double p99, long errors) {
    }

    Load run(int port, List<BenchRequest> requests, int connections, int seconds) {
        return start(port, requests, connections, seconds).join();
    }

    RunningWrk start(int port, List<BenchRequest> requests, int connections, int seconds) {
        return start(port, requests, connections, seconds, 0);
    }

    /** Twice as many connections, each of which waits a millisecond before its next request: about 30,000 a second. */
    RunningWrk startPaced(int port, List<BenchRequest> requests, int seconds) {
        return start(port, requests, 2 * CONNECTIONS, seconds, 1);
    }

    private RunningWrk start(int port, List<BenchRequest> requests, int connections, int seconds, int pauseMillis) {
        var file = BenchRequest.writeFile(requests, settings.folder().resolve("requests-" + port + ".txt"));
        var command = List.of("wrk", "--connections", Integer.toString(connections), "--threads", "1", "--duration",
                seconds + "s", "--timeout", "10s", "--script", script().toString(), "http://127.0.0.1:" + port,
                "--", file.toString(), Integer.toString(pauseMillis));
        try {
            return new RunningWrk(new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException("wrk is needed (Debian: apt-get install wrk)", e);
        }
    }

    private Path script() {
        return settings.project().resolve("src/bench/wrk/rotate.lua");
    }

    /** One under way. */
    record RunningWrk(Process process) {

        Load join() {
            try {
                var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return output.lines().filter(line -> line.startsWith("result ")).findFirst().map(RunningWrk::load)
                        .orElseThrow(() -> new IllegalStateException("wrk: " + output));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Load load(String line) {
            var parts = line.split(" ");
            var requests = Long.parseLong(parts[1]);
            return new Load(requests * 1e6 / Long.parseLong(parts[2]), requests, Double.parseDouble(parts[3]),
                    Double.parseDouble(parts[4]), Long.parseLong(parts[5]) + Long.parseLong(parts[6]));
        }
    }
}
