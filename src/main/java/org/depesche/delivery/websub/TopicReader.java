package org.depesche.delivery.websub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.push.PushConfig;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.MinSequenceFilter;
import org.depesche.platform.http.ReadYourWrites;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;

/**
 * Reads a feed as anybody without a key reads it: from this very node, so that it comes from the cache while nothing changed.
 */
@ApplicationScoped
class TopicReader {

    private static final int SUCCESS = 200;
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
     * @param sequence the content is at least this new
     * @throws IOException when the feed cannot be read now
     */
    Content read(URI topic, long sequence) throws IOException, InterruptedException {
        var path = topic.toString().substring(urls.of("").toString().length());
        var local = URI.create("http://" + host + ":" + server.getPort() + path);
        var request = HttpRequest.newBuilder(local).timeout(limits.timeout())
                .header(MinSequenceFilter.HEADER, Long.toString(sequence)).build();
        var response = client.send(request, BodyHandlers.ofInputStream());
        try (var in = response.body()) {
            var body = in.readNBytes(config.maxContentSize() + 1);
            if (response.statusCode() >= 500 || body.length > config.maxContentSize()) {
                throw new IOException("status " + response.statusCode() + ", " + body.length + " bytes");
            }
            return new Content(response.statusCode() == SUCCESS, body,
                    response.headers().firstValue("Content-Type").orElse("application/octet-stream"),
                    response.headers().firstValueAsLong(ReadYourWrites.HEADER).orElse(sequence));
        }
    }

    /** The host under which this node reaches the address to which its server is bound. */
    static String reachable(String bound) {
        if (EVERY_ADDRESS.contains(bound)) {
            return "127.0.0.1";
        }
        return bound.contains(":") && !bound.startsWith("[") ? "[" + bound + "]" : bound;
    }

    /**
     * @param isPresent whether there is such a feed
     * @param sequence the position of the change log up to which it shows all changes
     */
    record Content(boolean isPresent, byte[] body, String mediaType, long sequence) {

        byte[] hash() {
            return Subscription.sha256(body);
        }
    }
}
