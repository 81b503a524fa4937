package org.depesche.delivery.search.opensearch;

import java.io.IOException;
import java.util.Set;

import org.apache.http.client.config.RequestConfig;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.util.EntityUtils;
import org.depesche.delivery.search.IndexAway;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The cluster, as it is called. Whatever keeps it from answering is an {@link IndexAway}; a no is a {@link Refused}. */
final class Cluster implements AutoCloseable {

    /** Not now: overloaded, starting, without the data; or not us: a password that was changed. */
    private static final Set<Integer> AWAY = Set.of(401, 403, 408, 429, 500, 502, 503, 504);
    private static final ContentType LINES = ContentType.create("application/x-ndjson", "UTF-8");

    private final RestClient client;
    private final ObjectMapper mapper = new ObjectMapper();
    private final RequestOptions patient;
    private volatile @Nullable Dialect dialect;

    Cluster(OpenSearchConfig config) {
        this.client = Clients.of(config);
        this.patient = RequestOptions.DEFAULT.toBuilder().setRequestConfig(Clients.timeouts(RequestConfig.custom(), config)
                .setSocketTimeout((int) config.writeTimeout().toMillis()).build()).build();
    }

    ObjectNode object() {
        return mapper.createObjectNode();
    }

    /** Asked once: a cluster is not replaced by another kind while we run. */
    Dialect dialect() {
        var known = dialect;
        if (known == null) {
            known = Dialect.of(ask("GET", "/", null));
            dialect = known;
        }
        return known;
    }

    /** A question, which has to be answered soon. */
    JsonNode ask(String method, String path, @Nullable JsonNode body) {
        return call(request(method, path, body));
    }

    /** A change, which takes what it takes. */
    JsonNode change(String method, String path, @Nullable JsonNode body) {
        var request = request(method, path, body);
        request.setOptions(patient);
        return call(request);
    }

    /** Many changes in one go, a line each. */
    JsonNode changes(String path, String lines) {
        var request = new Request("POST", path);
        request.setEntity(new StringEntity(lines, LINES));
        request.setOptions(patient);
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
            throw refused(refused);
        } catch (IOException e) {
            throw new IndexAway(e.toString(), e);
        }
    }

    private static RuntimeException refused(ResponseException refused) {
        var status = refused.getResponse().getStatusLine().getStatusCode();
        var no = new Refused(status, String.valueOf(refused.getMessage()), refused);
        // OpenSearch calls it a failure of its own
        return AWAY.contains(status) && !no.isTooLong() ? new IndexAway(refused.getMessage(), refused) : no;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
