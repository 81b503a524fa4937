package org.depesche.platform.http.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/**
 * Writes a long response at the client's speed: while one piece is on its way, the next one is made, and no more is held in
 * memory. The response is compressed with gzip where the client accepts it.
 */
public final class PacedResponse {

    private final RoutingContext exchange;
    private final Duration pieceTimeout;
    private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    private final OutputStream encoder;
    private CompletableFuture<Void> underway = CompletableFuture.completedFuture(null);

    /** @param pieceTimeout the longest time in which a client must read one piece */
    public PacedResponse(RoutingContext exchange, Duration pieceTimeout) throws IOException {
        this.exchange = exchange;
        this.pieceTimeout = pieceTimeout;
        if (AcceptEncoding.of(exchange.request().getHeader("Accept-Encoding")).prefersGzip()) {
            exchange.response().putHeader("Content-Encoding", "gzip");
            this.encoder = new GZIPOutputStream(encoded, true);
        } else {
            this.encoder = encoded;
        }
    }

    /**
     * Waits for the piece before, and sends this one.
     * @throws IOException when the client is gone or does not read
     */
    public void send(byte[] piece) throws IOException, InterruptedException {
        encoder.write(piece);
        encoder.flush();
        flush();
    }

    /** Ends the response. Without this call the client knows that the response is incomplete. */
    public void end() throws IOException, InterruptedException {
        encoder.close();
        flush();
        awaitPiece();
        exchange.response().end();
    }

    private void flush() throws IOException, InterruptedException {
        awaitPiece();
        if (encoded.size() > 0) {
            underway = exchange.response().write(Buffer.buffer(encoded.toByteArray())).toCompletionStage()
                    .toCompletableFuture();
            encoded.reset();
        }
    }

    private void awaitPiece() throws IOException, InterruptedException {
        if (exchange.response().closed()) {
            throw new IOException("the client is gone");
        }
        try {
            underway.get(pieceTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IOException("the client does not read", failure);
        }
    }
}
