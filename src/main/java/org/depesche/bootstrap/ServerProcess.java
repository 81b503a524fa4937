package org.depesche.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One running `mariadbd`: its log, and its end. */
final class ServerProcess {

    private static final int LINES_TOLD = 8;

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Output goes to the file; options from the machine's own configuration files are never read. */
    static ServerProcess start(ServerBinaries binaries, List<String> options, Path log) throws IOException {
        return new ServerProcess(builder(binaries, options, log).start(), log);
    }

    /** With `statements` as its input, to the end. */
    static void bootstrap(ServerBinaries binaries, List<String> options, String statements, Path log) throws IOException {
        var server = new ServerProcess(builder(binaries, options, log).start(), log);
        try (var input = server.process.outputWriter()) {
            input.write(statements);
        } catch (IOException e) {
            throw server.failed("could not make its system tables", e);
        }
        if (server.awaitEnd() != 0) {
            throw server.failed("could not make its system tables", null);
        }
    }

    private static ProcessBuilder builder(ServerBinaries binaries, List<String> options, Path log) {
        var command = new ArrayList<>(List.of(binaries.server().toString(), "--no-defaults", "--basedir=" + binaries.home()));
        command.addAll(options);
        var user = System.getProperty("user.name");
        if ("root".equals(user)) {
            command.add("--user=root"); // mariadbd refuses root unless told that it is meant
        }
        return new ProcessBuilder(command).directory(log.getParent().toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private int awaitEnd() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    void stop(Duration patience) {
        stop(process.toHandle(), patience);
    }

    /** Asks the server to end and insists when it has not ended in time; its redo log makes even that harmless. */
    static void stop(ProcessHandle server, Duration patience) {
        server.destroy();
        if (!ended(server, patience)) {
            server.destroyForcibly();
            ended(server, Duration.ofSeconds(10));
        }
    }

    private static boolean ended(ProcessHandle server, Duration patience) {
        try {
            server.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception timeout) {
            return false;
        }
    }

    CannotStart failed(String what, Throwable cause) {
        return new CannotStart("the embedded database %s. The end of its log %s:%n%s".formatted(what, log, lastLines()), cause);
    }

    private String lastLines() {
        try {
            var lines = Files.readAllLines(log);
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size()));
        } catch (IOException e) {
            return "(unreadable)";
        }
    }

    Optional<String> says(String words) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(words)).findFirst();
        }
    }
}
