package org.depesche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.depesche.OpenApiOperations.Operation;
import org.depesche.ParallelRequests.TestRequest;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.RotatingSample;
import org.depesche.testkit.SharedMaterial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/**
 * Broken JSON is refused as such by every operation that takes JSON; odd but valid JSON is read or refused, never a 5xx. Each
 * operation gets a sample of the bodies; {@link BrokenJsonLongTest} sends more of them.
 */
@QuarkusTest
class BrokenJsonTest {

    /** Where there is nothing at the address, or another version, a body need not be looked at. */
    private static final List<Integer> REFUSED_BEFORE_BODY = List.of(404, 409, 412, 428);

    private Map<String, byte[]> bodies;
    private int turn;

    /** Each operation gets one of so many bodies. */
    int stride() {
        return 20;
    }

    @BeforeEach
    void theBodiesAreRead() {
        bodies = SharedMaterial.archive("data/security/jsontestsuite-half0.tar.gz");
    }

    @Test
    void everyBodyIsAcceptedOrRefusedByEveryOperation() {
        var api = OpenApiOperations.loadWithSampleContent();
        var shots = api.operations("post", "put", "patch").stream()
                .flatMap(operation -> operation.bodyTypes().stream().filter(BrokenJsonTest::isJson)
                        .flatMap(type -> sample(List.copyOf(bodies.values())).stream()
                                .map(body -> request(api, operation, type, body))))
                .toList();

        assertThat(shots).hasSizeGreaterThan(5_000 / stride());
        assertThat(ParallelRequests.failures(shots, ParallelRequests::contractViolation)).isEmpty();
    }

    @Test
    void invalidJsonIsAlwaysA400() {
        var api = OpenApiOperations.loadWithSampleContent();
        var broken = bodies.entrySet().stream().filter(entry -> isBroken(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getValue).toList();
        var accepted = new ArrayList<String>();

        for (var operation : api.operations("post", "put", "patch")) {
            operation.bodyTypes().stream().filter(BrokenJsonTest::isJson).forEach(type -> accepted.addAll(ParallelRequests
                    .mapInParallel(sample(broken), body -> verdict(operation, request(api, operation, type, body)))));
        }

        assertThat(broken).hasSizeGreaterThan(80);
        assertThat(accepted.stream().filter(verdict -> !verdict.isEmpty())).isEmpty();
    }

    @Test
    void importLinesWithInvalidJsonAreRejectedOneByOne() {
        var lines = new ByteArrayOutputStream();
        bodies.values().forEach(body -> {
            lines.writeBytes(body);
            lines.write('\n');
        });
        lines.writeBytes("{\"slug\": \"nach-dem-schrott\", \"headline\": \"Heil\", \"category\": \"ankerplatz\"}"
                .getBytes(StandardCharsets.UTF_8));
        OpenApiOperations.loadWithSampleContent();

        var run = Newsroom.importArticles(lines.toByteArray());

        assertThat(run.count("rejected")).isEqualTo(run.count("read") - 1).isGreaterThan(100);
        assertThat(run.count("created") + run.count("unchanged")).isEqualTo(1);
    }

    /** Another sample for each operation. */
    private List<byte[]> sample(List<byte[]> all) {
        return RotatingSample.of(all, stride(), turn++);
    }

    private static String verdict(Operation operation, TestRequest shot) {
        var status = shot.send().statusCode();
        var fine = status == 400 || operation.hasPathParameter() && REFUSED_BEFORE_BODY.contains(status);
        return fine ? "" : status + " for " + new String(shot.body(), StandardCharsets.UTF_8) + " at " + shot;
    }

    private static TestRequest request(OpenApiOperations api, Operation operation, String type, byte[] body) {
        var headers = new HashMap<>(Map.of("Content-Type", type));
        if (operation.hasPathParameter()) {
            api.etag(operation).ifPresent(tag -> headers.put("If-Match", tag));
        }
        return new TestRequest(operation.method(), api.exampleUrl(operation), headers, body);
    }

    /** No body at all is a body to some. */
    private static boolean isBroken(String name, byte[] body) {
        return name.substring(name.lastIndexOf('/') + 1).startsWith("n_")
                && !new String(body, StandardCharsets.UTF_8).isBlank();
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }
}
