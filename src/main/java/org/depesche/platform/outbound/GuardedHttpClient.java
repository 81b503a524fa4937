package org.depesche.platform.outbound;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * Calls URLs that users entered. It connects to the very address that {@link TargetPolicy} checked, so that a name whose
 * address changes meanwhile leads nowhere else. It follows no redirect and reads no more than the beginning of a response.
 */
@ApplicationScoped
public class GuardedHttpClient {

    private static final int MAX_READ_BYTES = 1 << 16;
    private static final int KEPT_BYTES = 500;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final HttpClient client;
    private final HostLookup hosts;

    GuardedHttpClient(Vertx vertx, OutboundConfig config, HostLookup hosts) {
        this.hosts = hosts;
        this.client = vertx.createHttpClient(new HttpClientOptions().setVerifyHost(true).setKeepAlive(false)
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis())).setDecompressionSupported(false));
    }

    /** A response: its status, and the first 500 bytes of its body. */
    public record Response(int status, String beginning) {
    }

    /**
     * Posts a body and waits for the response.
     *
     * @param timeout the longest time of the whole call
     * @throws IOException when the target is refused, cannot be reached, or does not answer in time
     */
    public Response post(URI url, Map<String, String> headers, byte[] body, TargetPolicy policy, Duration timeout)
            throws IOException, InterruptedException {
        var start = System.nanoTime();
        var options = options(HttpMethod.POST, url, policy, timeout);
        return call(options, headers, body, timeout.minusNanos(System.nanoTime() - start));
    }

    /**
     * Gets a URL and waits for the response.
     *
     * @param timeout the longest time of the whole call
     * @throws IOException when the target is refused, cannot be reached, or does not answer in time
     */
    public Response get(URI url, Map<String, String> headers, TargetPolicy policy, Duration timeout)
            throws IOException, InterruptedException {
        var start = System.nanoTime();
        var options = options(HttpMethod.GET, url, policy, timeout);
        return call(options, headers, new byte[0], timeout.minusNanos(System.nanoTime() - start));
    }

    private Response call(RequestOptions options, Map<String, String> headers, byte[] body, Duration timeout)
            throws IOException, InterruptedException {
        var exchange = new Exchange();
        client.request(options).onFailure(exchange::fail).onSuccess(request -> {
            exchange.began(request);
            headers.forEach(request::putHeader);
            request.response().onFailure(exchange::fail).onSuccess(exchange::read);
            request.end(Buffer.buffer(body)).onFailure(exchange::fail);
        });
        return exchange.await(timeout);
    }

    /** @param timeout how long the look-up of the host may take */
    RequestOptions options(HttpMethod method, URI url, TargetPolicy policy, Duration timeout) throws IOException {
        var isSecure = "https".equalsIgnoreCase(url.getScheme());
        var port = url.getPort() >= 0 ? url.getPort() : isSecure ? HTTPS_PORT : HTTP_PORT;
        var address = policy.resolve(url, hosts, timeout);
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions().setMethod(method).setFollowRedirects(false).setSsl(isSecure)
                .setHost(url.getHost()).setPort(port)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
    }

    /** One request and what is known of its response. */
    private static final class Exchange {

        private final CompletableFuture<Response> done = new CompletableFuture<>();
        private final Buffer beginning = Buffer.buffer();
        private volatile boolean isOver;
        private HttpClientRequest request;
        private long received;

        synchronized void began(HttpClientRequest started) {
            request = started;
            if (isOver) {
                started.reset();
            }
        }

        void read(HttpClientResponse response) {
            response.exceptionHandler(this::fail).endHandler(end -> complete(response)).handler(piece -> {
                received += piece.length();
                if (beginning.length() < KEPT_BYTES) {
                    beginning.appendBuffer(piece, 0, Math.min(piece.length(), KEPT_BYTES - beginning.length()));
                }
                if (received > MAX_READ_BYTES) {
                    complete(response); // the status says all; the rest is not worth waiting for
                    end();
                }
            });
        }

        private void complete(HttpClientResponse response) {
            done.complete(new Response(response.statusCode(), beginning.toString(StandardCharsets.UTF_8)));
        }

        void fail(Throwable failure) {
            done.completeExceptionally(failure);
        }

        Response await(Duration timeout) throws IOException, InterruptedException {
            try {
                return done.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                throw new IOException("no answer within " + timeout, e);
            } catch (ExecutionException e) {
                throw new IOException(String.valueOf(e.getCause().getMessage()), e.getCause());
            } finally {
                if (!done.isDone() || done.isCompletedExceptionally()) {
                    end();
                }
            }
        }

        private synchronized void end() {
            isOver = true;
            if (request != null) {
                request.reset();
            }
        }
    }
}
