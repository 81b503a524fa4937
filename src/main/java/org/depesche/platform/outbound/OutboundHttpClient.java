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

/** Calls servers that an operator configured, also inside the own network. */
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
     * One call, to be waited for.
     *
     * @param method any method, also those only caches know, as PURGE
     * @param body empty for none
     */
    public record Request(String method, URI url, Map<String, String> headers, String body) {
        public Request {
            headers = Map.copyOf(headers);
        }
    }

    /** @param body as far as it was read */
    public record Response(int status, String body) {
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /** Throws when nobody answers in time; an answer of any status is an answer. */
    public Response send(Request call) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(call.url).timeout(config.timeout()).method(call.method,
                call.body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body));
        call.headers.forEach(request::header);
        var sent = client.sendAsync(request.build(), BodyHandlers.ofInputStream()).thenApply(this::read);
        return await(sent);
    }

    /** The client's own timeout ends with the headers; a body that never comes must not be waited for either. */
    private Response await(CompletableFuture<Response> sent) throws IOException, InterruptedException {
        try {
            return sent.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            sent.cancel(true);
            throw new IOException("no answer within " + config.timeout(), late);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
    }

    private Response read(HttpResponse<InputStream> response) {
        try (var body = response.body()) {
            return new Response(response.statusCode(),
                    new String(body.readNBytes(config.maxResponseSize()), StandardCharsets.UTF_8));
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }
}
