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

/** The cluster, as it is called. Whatever keeps it from answering is an {@link IndexUnreachable}; a no is a {@link ClusterRequestRejected}. */
public final class ClusterClient implements AutoCloseable {

    /** Not now: overloaded, starting, without the data; or not us: a password that was changed. */
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

    public ObjectNode object() {
        return mapper.createObjectNode();
    }

    /** Asked once: a cluster is not replaced by another kind while we run. */
    public ClusterDialect dialect() {
        var known = dialect;
        if (known == null) {
            known = ClusterDialect.of(read("GET", "/", null));
            dialect = known;
        }
        return known;
    }

    /** A question, which has to be answered soon. */
    public JsonNode read(String method, String path, @Nullable JsonNode body) {
        return call(request(method, path, body));
    }

    /** A change, which takes what it takes. */
    public JsonNode write(String method, String path, @Nullable JsonNode body) {
        var request = request(method, path, body);
        request.setOptions(writeOptions);
        return call(request);
    }

    /** Many changes in one go, a line each. */
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
        } catch (ResponseException refused) {
            throw toException(refused);
        } catch (IOException e) {
            throw new IndexUnreachable(e.toString(), e);
        }
    }

    private static RuntimeException toException(ResponseException refused) {
        var status = refused.getResponse().getStatusLine().getStatusCode();
        var no = new ClusterRequestRejected(status, String.valueOf(refused.getMessage()), refused);
        // OpenSearch calls it a failure of its own
        return UNREACHABLE_STATUSES.contains(status) && !no.hasTooManyClauses()
                ? new IndexUnreachable(refused.getMessage(), refused)
                : no;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
