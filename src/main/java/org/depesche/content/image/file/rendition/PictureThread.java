package org.depesche.content.image.file.rendition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.quarkus.logging.Log;

/**
 * Decodes and encodes pictures on one thread. The thread has a low priority in the operating system, so that threads that
 * process requests get the processor first. The priorities of Java have no effect on Linux. The work of this thread starts no
 * other thread of the service, which would inherit the priority, and holds no lock of the database.
 */
final class PictureThread {

    /** The niceness that is added to that of the service. A thread of the lowest priority might delay garbage collections. */
    static final int NICENESS = 10;
    static final int MAX_NICENESS = 19;

    private static final Path SELF = Path.of("/proc/thread-self");
    /** The index of the 19th field of {@code /proc/…/stat} (proc(5)) after the name in parentheses. */
    private static final int NICENESS_FIELD = 16;
    private static final Path RENICE = Path.of("/usr/bin/renice");
    private static final int SECONDS = 5;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        var created = new Thread(() -> {
            lowerPriority();
            task.run();
        }, "image-pixels");
        created.setDaemon(true);
        return created;
    });

    /** Runs the work and waits for it. */
    <T> T call(Callable<T> work) throws Exception {
        try {
            return thread.submit(work).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            throw e;
        }
    }

    void stop() {
        thread.shutdown();
    }

    /** Lowers the priority of the running thread by its number, which Linux gives to each thread. Elsewhere it does nothing. */
    private static void lowerPriority() {
        if (!Files.exists(SELF) || !Files.isExecutable(RENICE)) {
            return;
        }
        try {
            var number = Files.readSymbolicLink(SELF).getFileName().toString();
            var lowered = Math.min(niceness() + NICENESS, MAX_NICENESS);
            var process = new ProcessBuilder(RENICE.toString(), "-n", String.valueOf(lowered), "-p", number)
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            Log.debugf("Pictures are made with the priority of the service: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the niceness of the running thread, which it has inherited from the thread that started it. */
    static int niceness() throws IOException {
        var state = Files.readString(SELF.resolve("stat"));
        return Integer.parseInt(state.substring(state.lastIndexOf(')') + 2).split(" ")[NICENESS_FIELD]);
    }
}
