package org.depesche.platform.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

/** Calls servers that an operator configured, including servers in the internal network. */
@ApplicationScoped
public class OutboundHttpClient {

    private final OutboundConfig config;
    private final HttpClient client;

    OutboundHttpClient(OutboundConfig config) {
        this.config = config;
        this.client = HttpClient.newBuilder().connectTimeout(config.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /**
     * One blocking call.
     *
     * @param method any HTTP method, including methods of caches such as PURGE
     * @param url the absolute URL
     * @param body the request body; empty for none
     */
    public record Request(String method, URI url, Map<String, String> headers, String body) {
        public Request {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * The response.
     *
     * @param body at most {@code depesche.outbound.max-response-size} bytes of the body
     */
    public record Response(int status, String body) {
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * Sends a request and waits for the response. Returns responses of any status.
     *
     * @throws IOException if the server does not respond in time, or the connection fails
     */
    public Response send(Request message) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(message.url).timeout(config.timeout()).method(message.method,
                message.body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(message.body));
        message.headers.forEach(request::header);
        var response = client.sendAsync(request.build(), BodyHandlers.ofInputStream()).thenApply(this::read);
        return await(response);
    }

    /** The timeout of {@link HttpClient} covers the headers only. This timeout also covers a body that never arrives. */
    private Response await(CompletableFuture<Response> response) throws IOException, InterruptedException {
        try {
            return response.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException timeout) {
            response.cancel(true);
            throw new IOException("no answer within " + config.timeout(), timeout);
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        }
    }

    private Response read(HttpResponse<InputStream> response) {
        try (var body = response.body()) {
            return new Response(response.statusCode(),
                    new String(body.readNBytes(config.maxResponseSize()), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
