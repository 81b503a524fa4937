package org.depesche.bootstrap.database;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** At most one server at a time, and none once closed: a stop that comes in the middle of a start leaves nothing behind. */
final class ServerLifecycle {

    private final Duration stopTimeout;
    private Optional<ServerProcess> server = Optional.empty();
    private boolean closed;

    ServerLifecycle(Duration stopTimeout) {
        this.stopTimeout = stopTimeout;
    }

    synchronized ServerProcess launch(ServerStart launch) throws IOException {
        if (closed) {
            throw new CannotStart("it was told to stop while it was starting");
        }
        var started = launch.start();
        server = Optional.of(started);
        return started;
    }

    /** Of the server that runs now; not when it is stopped from here. */
    synchronized void onUnexpectedExit(Runnable told) {
        server.ifPresent(process -> process.handle().onExit().thenRun(() -> {
            if (isMeantToRun(process)) {
                told.run();
            }
        }));
    }

    private synchronized boolean isMeantToRun(ServerProcess process) {
        return !closed && server.filter(process::equals).isPresent();
    }

    synchronized void stopServer() {
        server.ifPresent(process -> process.stop(stopTimeout));
        server = Optional.empty();
    }

    synchronized void close() {
        closed = true;
        stopServer();
    }

    interface ServerStart {
        ServerProcess start() throws IOException;
    }
}
