package org.depesche.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints the ten slowest test classes at the end of a run and writes them to {@code slowest-tests.txt} in the folder of this
 * JVM's tests. The first class of a test profile includes the start of Quarkus.
 */
public final class SlowestClassesListener implements TestExecutionListener {

    private static final int SHOWN = 10;

    private final Map<String, Long> startedAt = new ConcurrentHashMap<>();
    private final Map<String, Double> seconds = new ConcurrentHashMap<>();

    @Override
    public void executionStarted(TestIdentifier test) {
        if (isTopLevelClass(test)) {
            startedAt.put(test.getUniqueId(), System.nanoTime());
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        var start = startedAt.remove(test.getUniqueId());
        if (start != null) {
            seconds.put(test.getLegacyReportingName(), (System.nanoTime() - start) / 1e9);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        var report = seconds.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).limit(SHOWN)
                .map(entry -> "%6.1f s  %s%n".formatted(entry.getValue(), entry.getKey())).collect(Collectors.joining());
        if (seconds.size() > 1) {
            System.out.printf("%nThe slowest of %d test classes:%n%s", seconds.size(), report);
            write(report);
        }
    }

    private static boolean isTopLevelClass(TestIdentifier test) {
        return test.isContainer() && !test.getUniqueIdObject().getLastSegment().getType().equals("suite")
                && test.getSource().filter(ClassSource.class::isInstance).isPresent();
    }

    private static void write(String report) {
        try {
            Files.writeString(Files.createDirectories(TestFolders.own()).resolve("slowest-tests.txt"), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
