package org.depesche.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured of one corpus, as Markdown. */
final class Report {

    private static final List<String> HEAD = List.of("Articles", "Request", "req/s", "static", "ratio", "at req/s", "p50 ms",
            "p99 ms",
            "p99.9 ms", "alone p50 ms", "errors", "statements", "selects", "CPU µs", "database's", "RSS MiB");

    private final List<String> rows = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();

    Report(BenchSettings settings) {
        facts.add(Machine.description(settings));
    }

    void add(int articles, CaseResult result) {
        var latencies = result.latencies();
        var row = String.format(Locale.ROOT,
                "| %,d | %s | %,.0f | %,.0f | %.2f | %,d | %s | %s | %s | %s | %d | %.2f | %.2f | %.0f | %.0f | %d |", articles,
                result.name(), result.perSecond(), result.staticPerSecond(), result.ratio(), latencies.perSecond(),
                millis(latencies.p50()),
                millis(latencies.p99()), millis(latencies.p999()), millis(result.singleClientMedian()), result.errors(),
                result.usage().statements(), result.usage().selects(), result.usage().serviceMicros(),
                result.usage().databaseMicros(),
                result.memory());
        rows.add(row);
        System.out.println(row);
    }

    void add(String fact, Object... values) {
        facts.add(String.format(Locale.ROOT, fact, values));
        System.out.println(facts.get(facts.size() - 1));
    }

    void write(Path file) {
        var text = new StringBuilder("| " + String.join(" | ", HEAD) + " |\n|" + "---|".repeat(HEAD.size()) + "\n");
        rows.forEach(row -> text.append(row).append('\n'));
        facts.forEach(fact -> text.append("\n- ").append(fact));
        try {
            Files.writeString(file, text.append('\n'));
            System.out.println("\n" + text + "\nThis is in " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String millis(double micros) {
        return String.format(Locale.ROOT, "%.2f", micros / 1e3);
    }
}
