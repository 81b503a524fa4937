package org.depesche.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
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

import com.sun.management.OperatingSystemMXBean;

/**
 * Prints the ten slowest test classes at the end of a run and writes them to {@code slowest-tests.txt} in the folder of this
 * JVM's tests, with the processor time of this JVM: a class with little of it waits, or lets the database work. The first class
 * of a test profile includes the start of Quarkus.
 */
public final class SlowestClassesListener implements TestExecutionListener {

    private static final int SHOWN = 10;

    private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Map<String, Times> startedAt = new ConcurrentHashMap<>();
    private final Map<String, Times> spent = new ConcurrentHashMap<>();

    private record Times(long elapsed, long processor) {

        static Times now() {
            return new Times(System.nanoTime(), SYSTEM.getProcessCpuTime());
        }

        static Times since(Times start) {
            var now = now();
            return new Times(now.elapsed - start.elapsed, now.processor - start.processor);
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (isTopLevelClass(test)) {
            startedAt.put(test.getUniqueId(), Times.now());
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        var start = startedAt.remove(test.getUniqueId());
        if (start != null) {
            spent.put(test.getLegacyReportingName(), Times.since(start));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        var report = spent.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(Times::elapsed).reversed())).limit(SHOWN)
                .map(entry -> "%6.1f s  %6.1f s of processor  %s%n".formatted(entry.getValue().elapsed / 1e9,
                        entry.getValue().processor / 1e9, entry.getKey()))
                .collect(Collectors.joining());
        if (spent.size() > 1) {
            System.out.printf("%nThe slowest of %d test classes:%n%s", spent.size(), report);
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
