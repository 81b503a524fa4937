package org.depesche.platform.outbound;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.depesche.platform.outbound.GuardedDownload.DownloadFailed;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/**
 * Passes the response of one request from the event loop to the calling thread, piece by piece. It requests a piece when the
 * piece before is written, so that a fast server cannot fill the memory.
 */
final class Transfer implements AutoCloseable {

    private static final Object END = new Object();

    private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
    private final long deadline;
    private HttpClientRequest request;
    private HttpClientResponse response;
    private boolean isClosed;

    /** @param deadline in nanoseconds of {@link System#nanoTime()} */
    Transfer(long deadline) {
        this.deadline = deadline;
    }

    void start(HttpClient client, RequestOptions options, Map<String, String> headers) {
        client.request(options).onFailure(events::add).onSuccess(started -> {
            if (began(started)) {
                headers.forEach(started::putHeader);
                started.response().onFailure(events::add).onSuccess(this::listen);
                started.end().onFailure(events::add);
            }
        });
    }

    private synchronized boolean began(HttpClientRequest started) {
        request = started;
        if (isClosed) {
            started.reset();
        }
        return !isClosed;
    }

    private void listen(HttpClientResponse arrived) {
        arrived.pause();
        arrived.exceptionHandler(events::add).endHandler(end -> events.add(END)).handler(events::add);
        events.add(arrived);
    }

    /** Waits for the status and the headers. */
    HttpClientResponse head() throws IOException, InterruptedException {
        response = (HttpClientResponse) next();
        return response;
    }

    void copyTo(OutputStream out) throws IOException, InterruptedException {
        response.fetch(1);
        for (var piece = next(); piece != END; piece = next()) {
            out.write(((Buffer) piece).getBytes());
            response.fetch(1);
        }
    }

    private Object next() throws IOException, InterruptedException {
        var event = events.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (event == null) {
            throw new DownloadFailed("the server does not answer in time");
        }
        if (event instanceof Throwable failure) {
            throw new DownloadFailed("the connection fails: " + failure.getMessage());
        }
        return event;
    }

    /** Aborts the request if its response has not arrived completely. */
    @Override
    public synchronized void close() {
        isClosed = true;
        if (request != null) {
            request.reset();
        }
    }
}
