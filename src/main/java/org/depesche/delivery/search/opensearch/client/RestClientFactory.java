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

/** Makes the client that calls the cluster. Both kinds of cluster understand Elasticsearch's plain one. */
final class RestClientFactory {

    /** Shorter than what balancers bear: one that hangs up just then looks like a cluster that is away. */
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

    /** Sent with the first request already: who has to be asked for it first costs a round trip. */
    private static Optional<Header> authorization(OpenSearchConfig config) {
        var basic = config.user().map(user -> "Basic " + Base64.getEncoder()
                .encodeToString((user + ":" + config.password().orElse("")).getBytes(StandardCharsets.UTF_8)));
        return config.apiKey().map(key -> "ApiKey " + key).or(() -> basic)
                .map(value -> new BasicHeader(HttpHeaders.AUTHORIZATION, value));
    }
}
