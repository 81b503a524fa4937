package org.depesche.bootstrap;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.Application;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;

/**
 * Initializes Quarkus' application class in a thread of its own. That takes a third of a start and needs neither a database
 * nor the settings of the operator, so that meanwhile the main thread checks the settings and starts the database.
 *
 * <p>Both threads initialize classes. If a class of one needs a class of the other, and that one the first, both wait for
 * ever. Not every pair of classes can be known, so that a third thread ends a start that takes too long.
 */
final class FrameworkInitialization {

    /** A hundred times the usual duration. It is no setting, because the code that reads settings may be what hangs. */
    static final Duration LIMIT = Duration.ofMinutes(1);

    private final FutureTask<Class<?>> task;

    FrameworkInitialization(Callable<Class<?>> work) {
        task = new FutureTask<>(work);
    }

    static FrameworkInitialization begin() {
        hideDocumentFromFramework();
        var initialization = new FrameworkInitialization(
                () -> Class.forName(Application.APP_CLASS_NAME, true, Thread.currentThread().getContextClassLoader()));
        initialization.begin(LIMIT, FrameworkInitialization::endProcess);
        return initialization;
    }

    /**
     * @param giveUp is called with the reason if the work has not ended by then
     */
    void begin(Duration limit, Consumer<String> giveUp) {
        var caller = Thread.currentThread();
        var worker = daemon(task, "framework-initialization");
        worker.start();
        daemon(() -> watch(limit, giveUp, caller, worker), "framework-initialization-watch").start();
    }

    /** Creates a daemon thread, because a start that fails does not wait for such a thread. */
    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void watch(Duration limit, Consumer<String> giveUp, Thread... suspects) {
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException reportedByAwait) {
            // it has ended
        } catch (TimeoutException e) {
            giveUp.accept(report(limit, suspects));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String report(Duration limit, Thread... threads) {
        var report = new StringBuilder("Depesche cannot start: the framework has not initialized itself within ")
                .append(limit.toMillis()).append(" ms. Starting again may help. Please report what the threads were doing:\n");
        for (var thread : threads) {
            report.append('"').append(thread.getName()).append("\" ").append(thread.getState()).append('\n');
            for (var frame : thread.getStackTrace()) {
                report.append("\tat ").append(frame).append('\n');
            }
        }
        return report.toString();
    }

    /**
     * Ends the process. It uses classes of the JDK only, because the threads may wait for other classes. The shutdown hooks may
     * wait for them as well, so that the process is halted in the end.
     */
    static void endProcess(String report) {
        System.err.println(report);
        daemon(() -> System.exit(1), "exit").start();
        try {
            Thread.sleep(LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    /**
     * At each start, Quarkus would parse the packaged OpenAPI document and render it again, for a route that is switched off.
     * It makes no document when it finds none.
     */
    static void hideDocumentFromFramework() {
        OpenApiConstants.classLoader = ClassLoader.getPlatformClassLoader();
    }

    /** Waits for the end. Returns why the initialization failed, or null. */
    @Nullable
    Throwable await() {
        try {
            task.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        }
    }
}
