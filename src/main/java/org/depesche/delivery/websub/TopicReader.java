package org.depesche.delivery.websub;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.push.PushConfig;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.MinSequenceFilter;
import org.depesche.platform.http.ReadYourWrites;
import org.jspecify.annotations.Nullable;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;

/**
 * Reads a feed as anybody without a key reads it: from this very node, so that it comes from the cache while nothing changed.
 */
@ApplicationScoped
class TopicReader {

    private static final int SUCCESS = 200;
    private static final int MAX_REDIRECTS = 3;
    /** Request timeout, too early, too many requests. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]", "0:0:0:0:0:0:0:0");

    private final HttpServer server;
    private final String host;
    private final AbsoluteUrls urls;
    private final PushConfig limits;
    private final WebSubConfig config;
    private final HttpClient client;

    TopicReader(HttpServer server, VertxHttpConfig bound, AbsoluteUrls urls, PushConfig limits, WebSubConfig config) {
        this.server = server;
        this.host = reachable(bound.host());
        this.urls = urls;
        this.limits = limits;
        this.config = config;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(limits.timeout())
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /**
     * Reads the feed. A renamed category, tag or author leads on to its present address.
     *
     * @param sequence the content is at least this new
     * @throws IOException when the feed cannot be read now
     */
    Content read(URI topic, long sequence) throws IOException, InterruptedException {
        var path = path(topic);
        for (var hop = 0; hop <= MAX_REDIRECTS; hop++) {
            var response = get(path, sequence);
            try (var in = response.body()) {
                var next = isRedirect(response.statusCode()) ? response.headers().firstValue("Location")
                        : Optional.<String> empty();
                if (next.isEmpty()) {
                    return content(response, in.readNBytes(config.maxContentSize() + 1), sequence);
                }
                path = path(topic.resolve(next.get()));
            }
        }
        throw new IOException("redirects without end");
    }

    private HttpResponse<InputStream> get(String path, long sequence) throws IOException, InterruptedException {
        var local = URI.create("http://" + host + ":" + server.getPort() + path);
        return client.send(HttpRequest.newBuilder(local).timeout(limits.timeout())
                .header(MinSequenceFilter.HEADER, Long.toString(sequence)).build(), BodyHandlers.ofInputStream());
    }

    /** The path and the query below the address of the service. */
    private String path(URI url) throws IOException {
        var base = urls.of("").toString();
        if (!url.toString().startsWith(base + "/")) { // with the slash: the next character could be that of a port
            throw new IOException("the address of another host");
        }
        return url.toString().substring(base.length());
    }

    private Content content(HttpResponse<InputStream> response, byte[] body, long sequence) throws IOException {
        var status = response.statusCode();
        if (status != SUCCESS && !isAbsent(status)) {
            throw new IOException("status " + status);
        }
        if (body.length > config.maxContentSize()) {
            return new Content("The feed is larger than " + config.maxContentSize() + " bytes.", new byte[0], "", sequence);
        }
        return new Content(isAbsent(status) ? "There is no such feed." : null, body,
                response.headers().firstValue("Content-Type").orElse("application/octet-stream"),
                response.headers().firstValueAsLong(ReadYourWrites.HEADER).orElse(sequence));
    }

    private static boolean isRedirect(int status) {
        return status / 100 == 3;
    }

    /** An answer that more attempts would not change. An overloaded node answers 429 or 503, and has the feed. */
    static boolean isAbsent(int status) {
        return status / 100 == 4 && !PASSING.contains(status);
    }

    /** The host under which this node reaches the address to which its server is bound. */
    static String reachable(String bound) {
        if (EVERY_ADDRESS.contains(bound)) {
            return "127.0.0.1";
        }
        return bound.contains(":") && !bound.startsWith("[") ? "[" + bound + "]" : bound;
    }

    /**
     * @param refusal why the feed is not delivered, in a sentence; null for a feed
     * @param sequence the position of the change log up to which it shows all changes
     */
    record Content(@Nullable String refusal, byte[] body, String mediaType, long sequence) {

        boolean isPresent() {
            return refusal == null;
        }

        byte[] hash() {
            return Subscription.sha256(body);
        }
    }
}
