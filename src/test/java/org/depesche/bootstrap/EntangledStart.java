package org.depesche.bootstrap;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A program whose main thread and initialization each hold a class that the other one needs. */
final class EntangledStart {

    private static final CountDownLatch BOTH_BEGAN = new CountDownLatch(2);

    private EntangledStart() {
    }

    public static void main(String... arguments) throws Exception {
        var framework = new FrameworkInitialization(() -> Class.forName(OfFramework.class.getName()));
        framework.begin(Duration.ofSeconds(1), FrameworkInitialization::endProcess);
        Class.forName(OfMain.class.getName());
        framework.await();
        System.out.println("The start has ended");
    }

    private static void initialize(Class<?> other) {
        try {
            BOTH_BEGAN.countDown();
            BOTH_BEGAN.await();
            Class.forName(other.getName());
        } catch (InterruptedException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class OfMain {

        static {
            initialize(OfFramework.class);
        }
    }

    private static final class OfFramework {

        static {
            initialize(OfMain.class);
        }
    }
}
