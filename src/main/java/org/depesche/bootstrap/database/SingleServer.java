package org.depesche.bootstrap.database;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Runs at most one server at a time, and none after {@link #close}: a stop during a start leaves no process behind. */
final class SingleServer {

    private final Duration stopTimeout;
    private Optional<ServerProcess> server = Optional.empty();
    private boolean isClosed;

    SingleServer(Duration stopTimeout) {
        this.stopTimeout = stopTimeout;
    }

    synchronized ServerProcess launch(ServerStart launch) throws IOException {
        if (isClosed) {
            throw new CannotStart("it was stopped while it was starting");
        }
        var process = launch.start();
        server = Optional.of(process);
        return process;
    }

    /** Registers a callback for the running server. The callback is not called if this object stops the server. */
    synchronized void onUnexpectedExit(Runnable callback) {
        server.ifPresent(process -> process.handle().onExit().thenRun(() -> {
            if (isExpectedToRun(process)) {
                callback.run();
            }
        }));
    }

    private synchronized boolean isExpectedToRun(ServerProcess process) {
        return !isClosed && server.filter(process::equals).isPresent();
    }

    synchronized boolean isClosed() {
        return isClosed;
    }

    synchronized void stopServer() {
        server.ifPresent(process -> process.stop(stopTimeout));
        server = Optional.empty();
    }

    synchronized void close() {
        isClosed = true;
        stopServer();
    }

    interface ServerStart {
        ServerProcess start() throws IOException;
    }
}
