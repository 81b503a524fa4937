package org.depesche.testkit;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;

/**
 * How tests wait for a state, unless they say otherwise: until it is stored, however busy the machine is, and no longer. By
 * default Awaitility gives up after ten seconds, and first looks after a tenth of a second, although most states are there by
 * then. Tests of the service and others have Awaitility in different class loaders.
 */
public final class PatientAwaits implements TestExecutionListener, QuarkusTestBeforeClassCallback {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        install();
    }

    @Override
    public void beforeClass(Class<?> testClass) {
        install();
    }

    private static void install() {
        Awaitility.setDefaultTimeout(PATIENCE);
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(new IterativePollInterval(PatientAwaits::longer, FIRST_PAUSE));
    }

    private static Duration longer(Duration pause) {
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
}
