package org.depesche.bootstrap;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.Application;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;

/**
 * Initializes Quarkus' application class in a thread of its own. That takes a third of a start and needs neither a database
 * nor the settings of the operator, so that meanwhile the main thread checks the settings and starts the database.
 */
final class FrameworkInitialization {

    private final FutureTask<Class<?>> task = new FutureTask<>(
            () -> Class.forName(Application.APP_CLASS_NAME, true, Thread.currentThread().getContextClassLoader()));

    private FrameworkInitialization() {
    }

    static FrameworkInitialization begin() {
        hideDocumentFromFramework();
        var initialization = new FrameworkInitialization();
        var thread = new Thread(initialization.task, "framework-initialization");
        thread.setDaemon(true); // a start that fails meanwhile does not wait for it
        thread.start();
        return initialization;
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
