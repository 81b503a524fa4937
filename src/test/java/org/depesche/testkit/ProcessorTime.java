package org.depesche.testkit;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import com.sun.management.OperatingSystemMXBean;

/** What work costs on every machine: unlike a clock, it does not count while others have the processor. */
public final class ProcessorTime {

    private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private ProcessorTime() {
    }

    /** That of the calling thread until now. It is right for work that the thread does itself. */
    public static Duration ofThread() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    /** That of this JVM until now. */
    public static Duration ofProcess() {
        return Duration.ofNanos(SYSTEM.getProcessCpuTime());
    }
}
