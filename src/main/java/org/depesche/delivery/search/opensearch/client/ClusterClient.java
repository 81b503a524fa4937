package org.depesche.delivery.search.opensearch.client;

import java.io.IOException;
import java.util.Set;

import org.apache.http.client.config.RequestConfig;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.util.EntityUtils;
import org.depesche.delivery.search.index.IndexUnreachable;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An HTTP client for the cluster. Any failure to get a response throws {@link IndexUnreachable}, and a rejected request
 * throws {@link ClusterRequestRejected}.
 */
public final class ClusterClient implements AutoCloseable {

    /** Statuses of a temporary failure: overload, start-up, missing data, or a password that was changed. */
    private static final Set<Integer> UNREACHABLE_STATUSES = Set.of(401, 403, 408, 429, 500, 502, 503, 504);
    private static final ContentType NDJSON = ContentType.create("application/x-ndjson", "UTF-8");

    private final RestClient client;
    private final ObjectMapper mapper = new ObjectMapper();
    private final RequestOptions writeOptions;
    private volatile @Nullable ClusterDialect dialect;

    public ClusterClient(OpenSearchConfig config) {
        this.client = RestClientFactory.create(config);
        this.writeOptions = RequestOptions.DEFAULT.toBuilder()
                .setRequestConfig(RestClientFactory.timeouts(RequestConfig.custom(), config)
                        .setSocketTimeout((int) config.writeTimeout().toMillis()).build())
                .build();
    }

    /** An empty JSON object. */
    public ObjectNode object() {
        return mapper.createObjectNode();
    }

    /**
     * The dialect of the cluster. It is read once, because a cluster is not replaced by another product while the
     * service runs.
     */
    public ClusterDialect dialect() {
        var current = dialect;
        if (current == null) {
            current = ClusterDialect.of(read("GET", "/", null));
            dialect = current;
        }
        return current;
    }

    /** Sends a read request, with the short timeout of {@link OpenSearchConfig#timeout}. */
    public JsonNode read(String method, String path, @Nullable JsonNode body) {
        return call(request(method, path, body));
    }

    /** Sends a write request, with the long timeout of {@link OpenSearchConfig#writeTimeout}. */
    public JsonNode write(String method, String path, @Nullable JsonNode body) {
        var request = request(method, path, body);
        request.setOptions(writeOptions);
        return call(request);
    }

    /** Sends a bulk request in NDJSON, with the long timeout. */
    public JsonNode writeBulk(String path, String lines) {
        var request = new Request("POST", path);
        request.setEntity(new StringEntity(lines, NDJSON));
        request.setOptions(writeOptions);
        return call(request);
    }

    private static Request request(String method, String path, @Nullable JsonNode body) {
        var request = new Request(method, path);
        if (body != null) {
            request.setJsonEntity(body.toString());
        }
        return request;
    }

    private JsonNode call(Request request) {
        try {
            return mapper.readTree(EntityUtils.toByteArray(client.performRequest(request).getEntity()));
        } catch (ResponseException response) {
            throw toException(response);
        } catch (IOException e) {
            throw new IndexUnreachable(e.toString(), e);
        }
    }

    private static RuntimeException toException(ResponseException response) {
        var status = response.getResponse().getStatusLine().getStatusCode();
        var rejection = new ClusterRequestRejected(status, String.valueOf(response.getMessage()), response);
        // OpenSearch reports too many clauses as a failure of the server
        return UNREACHABLE_STATUSES.contains(status) && !rejection.hasTooManyClauses()
                ? new IndexUnreachable(response.getMessage(), response)
                : rejection;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
