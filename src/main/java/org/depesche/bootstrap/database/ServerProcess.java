package org.depesche.bootstrap.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A running `mariadbd` process with its input and log. */
final class ServerProcess {

    private static final int REPORTED_LOG_LINES = 8;

    /** ENOSPC, in the different forms of the server's messages. */
    private static final Pattern DISK_FULL = Pattern.compile("No space left|[Ee]rr(or|no|code):? 28\\b");

    /** The variables that the server and its libraries need. They must not see others, such as the admin key. */
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR", "LD_LIBRARY_PATH",
            "DYLD_LIBRARY_PATH", "SystemRoot");

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts a server. Its output is appended to the log file. Configuration files of the machine are not read. */
    static ServerProcess start(ServerBinaries binaries, List<String> options, Path log) throws IOException {
        var command = new ArrayList<>(List.of(binaries.server().toString(), "--no-defaults", "--basedir=" + binaries.home()));
        command.addAll(options);
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root"); // mariadbd refuses to run as root without this option
        }
        var builder = new ProcessBuilder(command).directory(log.getParent().toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().retainAll(ENVIRONMENT);
        try {
            return new ServerProcess(builder.start(), log);
        } catch (IOException e) {
            throw new CannotStart(
                    ("the embedded database's program cannot be run (%s). If programs may not run from that folder,"
                            + " name another with DEPESCHE_EMBEDDED_DATABASE_BINARIES.").formatted(e.getMessage()),
                    e);
        }
    }

    /** Sends statements to a server started with `--bootstrap`, which executes them and ends. */
    void runBootstrap(String statements) {
        try (var input = process.outputWriter()) {
            input.write(statements);
        } catch (IOException e) {
            throw failure("could not make its system tables", e);
        }
        awaitEnd();
        if (process.exitValue() != 0) {
            throw failure("could not make its system tables");
        }
    }

    private void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            stop(Duration.ZERO);
            Thread.currentThread().interrupt();
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void stop(Duration timeout) {
        stop(process.toHandle(), timeout);
    }

    /** Asks the server to end, and kills it after the timeout. InnoDB's redo log makes a kill safe. */
    static void stop(ProcessHandle server, Duration timeout) {
        server.destroy();
        if (!awaitExit(server, timeout)) {
            server.destroyForcibly();
            awaitExit(server, Duration.ofSeconds(10));
        }
    }

    private static boolean awaitExit(ProcessHandle server, Duration timeout) {
        try {
            server.onExit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception notEnded) {
            return false;
        }
    }

    boolean logContains(String text) throws IOException {
        return Files.readString(log).contains(text);
    }

    CannotStart failure(String failure) {
        return new CannotStart(message(failure));
    }

    private CannotStart failure(String failure, IOException cause) {
        return new CannotStart(message(failure), cause);
    }

    private String message(String failure) {
        var lines = lines();
        var last = lines.subList(Math.max(0, lines.size() - REPORTED_LOG_LINES), lines.size());
        var disk = lines.stream().anyMatch(line -> DISK_FULL.matcher(line).find()) ? ": the disk is full" : "";
        return "the embedded database %s%s. The end of its log %s:%n%s"
                .formatted(failure, disk, log, String.join(System.lineSeparator(), last));
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            return List.of("(unreadable)");
        }
    }
}
