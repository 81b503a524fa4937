package org.depesche.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What was measured, and on what. */
final class Machine {

    private Machine() {
    }

    static String description(BenchSettings settings) {
        return String.format(Locale.ROOT, "%d processors (%s), load average %.1f before the run; %s; options `%s`; commit `%s`",
                Runtime.getRuntime().availableProcessors(),
                processor(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                output(List.of(settings.java().toString(), "-version")), String.join(" ", settings.jvm()),
                output(List.of("git", "describe", "--always", "--dirty")));
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.replaceFirst("^[^:]*:\\s*", "")).orElse("unknown");
        } catch (IOException noLinux) {
            return System.getProperty("os.arch");
        }
    }

    /** The last line but the build's number, that is to say the one with the version. */
    private static String output(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip().lines().toList();
            return lines.isEmpty() ? "unknown" : lines.get(Math.min(1, lines.size() - 1));
        } catch (IOException absent) {
            return "unknown";
        }
    }
}
