package org.depesche.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server as a process of its own on loopback, which ends with us. */
final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final Path log;
    private final Thread hook;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.hook = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static ChildProcess start(ProcessBuilder builder, Path log) {
        try {
            return new ChildProcess(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void checkAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("a server ended by itself; see " + log);
        }
    }

    long pid() {
        return process.pid();
    }

    /** What it holds in memory, in MiB. */
    long residentMemory() {
        try {
            return residentMemory(Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")));
        } catch (IOException noLinux) {
            return 0;
        }
    }

    private static long residentMemory(List<String> status) {
        return status.stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).sum();
    }

    /** Processor time it took so far. */
    Duration processorTime() {
        return time(process.toHandle());
    }

    /** That of the processes it started. */
    Duration childProcessorTime() {
        return process.children().map(ChildProcess::time).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration time(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
