package org.depesche;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.depesche.OpenApiOperations.Operation;
import org.depesche.ParallelRequests.TestRequest;
import org.depesche.testkit.HostileStrings;
import org.depesche.testkit.RotatingSample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/**
 * Strings that broke other programs, in each place of a request: the answer is never a 5xx, and every refusal is a problem
 * document. Each place gets a sample of the strings; {@link NaughtyStringsLongTest} sends more of them.
 */
@QuarkusTest
class NaughtyStringsTest {

    /** There are so many query parameters that each one gets only every third string of its sample. */
    private static final int QUERY_STRIDE = 3;
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private List<String> strings;
    private int turn;

    /** One of so many strings is sent. */
    int stride() {
        return 23;
    }

    @BeforeEach
    void theStringsAreRead() {
        strings = HostileStrings.naughtyStrings();
    }

    @Test
    void everyQueryParameter() {
        var api = OpenApiOperations.loadWithSampleContent();
        var shots = new ArrayList<TestRequest>();
        for (var operation : api.operations("get")) {
            for (var name : operation.queryNames()) {
                sample(strings, QUERY_STRIDE * stride()).map(encoded -> query(api, operation, name, encoded))
                        .forEach(shots::add);
            }
        }
        // understood everywhere, so no operation lists it
        sample(strings, stride()).map(encoded -> TestRequest.get("/v1/sites?minSequence=" + encoded)).forEach(shots::add);

        assertThat(shots).hasSizeGreaterThan(5_000 / stride());
        assertThat(ParallelRequests.failures(shots, ParallelRequests::contractViolation)).isEmpty();
    }

    @Test
    void everyPathParameter() {
        var shots = OpenApiOperations.loadWithSampleContent().operations("get").stream().filter(Operation::hasPathParameter)
                .flatMap(operation -> sample(strings, stride())
                        .map(place -> TestRequest.get(OpenApiOperations.expandPath(operation.path(), place))))
                .toList();

        assertThat(shots).hasSizeGreaterThan(3_000 / stride());
        assertThat(ParallelRequests.failures(shots, ParallelRequests::contractViolation)).isEmpty();
    }

    @Test
    void fuzzStringsInFiltersAndUrls() {
        var lines = HostileStrings.fuzzStrings();
        var shots = Stream.of("/v1/articles?category=", "/v1/articles?cursor=", "/v1/articles?from=", "/v1/articles?ids=",
                "/v1/articles?fields=", "/v1/tags?q=", "/v1/images?q=", "/v1/resolve?url=", "/v1/articles/")
                .flatMap(target -> sample(lines, stride()).map(line -> TestRequest.get(target + line))).toList();

        assertThat(ParallelRequests.failures(shots, ParallelRequests::contractViolation)).isEmpty();
    }

    @Test
    void requestHeaders() {
        var article = OpenApiOperations.loadWithSampleContent().articleUrl();
        var reading = Stream.of("If-None-Match", "If-Modified-Since", "Accept", "Accept-Encoding", "Accept-Language", "Origin")
                .flatMap(name -> headers(name).map(header -> new TestRequest("GET", article, header, new byte[0])));
        var writing = headers("Idempotency-Key").map(header -> posted("POST", "/v1/editorial/categories", header));
        var changing = headers("If-Match").map(header -> posted("PATCH", "/v1/editorial/categories/ankerplatz", header));
        var shots = Stream.of(reading, writing, changing).flatMap(some -> some).toList();

        assertThat(ParallelRequests.failures(shots, ParallelRequests::contractViolation)).isEmpty();
    }

    private static TestRequest query(OpenApiOperations api, Operation operation, String name, String encoded) {
        return TestRequest.get(api.exampleUrl(operation) + "?" + name + "=" + encoded);
    }

    private static TestRequest posted(String method, String path, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.putAll(JSON);
        return new TestRequest(method, path, all, "{\"position\": \"none\"}".getBytes(StandardCharsets.UTF_8));
    }

    /** As much of each string as a client can put into a header at all. */
    private Stream<Map<String, String>> headers(String name) {
        return RotatingSample.of(strings, stride(), turn++).stream()
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                        .replaceAll("[\\x00-\\x1f\\x7f]", "").strip())
                .map(value -> Map.of(name, value));
    }

    /** Another sample with each call, encoded. */
    private Stream<String> sample(List<String> all, int stride) {
        return RotatingSample.of(all, stride, turn++).stream().map(HostileStrings::urlEncode);
    }
}
