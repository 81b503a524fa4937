package org.depesche.delivery.search.opensearch.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpHost;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/** Creates the HTTP client of the cluster. OpenSearch and Elasticsearch both accept Elasticsearch's low-level client. */
final class RestClientFactory {

    /**
     * Shorter than the idle timeout of load balancers: a connection that is closed during a request looks like an
     * unreachable cluster.
     */
    private static final long IDLE_MILLIS = 30_000;

    private RestClientFactory() {
    }

    static RestClient create(OpenSearchConfig config) {
        var hosts = config.hosts().stream().map(host -> HttpHost.create(host.toString())).toArray(HttpHost[]::new);
        return withTimeouts(RestClient.builder(hosts), config)
                .setDefaultHeaders(authorization(config).stream().toArray(Header[]::new)).build();
    }

    private static RestClientBuilder withTimeouts(RestClientBuilder builder, OpenSearchConfig config) {
        return builder.setRequestConfigCallback(request -> timeouts(request, config))
                .setHttpClientConfigCallback(client -> client.setMaxConnPerRoute(config.maxConnectionsPerHost())
                        .setMaxConnTotal(config.maxConnectionsPerHost() * config.hosts().size())
                        .setKeepAliveStrategy((response, context) -> IDLE_MILLIS));
    }

    static RequestConfig.Builder timeouts(RequestConfig.Builder request, OpenSearchConfig config) {
        var connect = (int) config.connectTimeout().toMillis();
        return request.setConnectTimeout(connect).setConnectionRequestTimeout(connect)
                .setSocketTimeout((int) config.timeout().toMillis());
    }

    /** The {@code Authorization} header. It is sent with the first request, because a challenge would cost a round trip. */
    private static Optional<Header> authorization(OpenSearchConfig config) {
        var basic = config.user().map(user -> "Basic " + Base64.getEncoder()
                .encodeToString((user + ":" + config.password().orElse("")).getBytes(StandardCharsets.UTF_8)));
        return config.apiKey().map(key -> "ApiKey " + key).or(() -> basic)
                .map(value -> new BasicHeader(HttpHeaders.AUTHORIZATION, value));
    }
}
