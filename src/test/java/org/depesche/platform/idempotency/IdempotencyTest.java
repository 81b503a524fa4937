package org.depesche.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.depesche.platform.problem.Problem;
import org.depesche.testkit.Callers;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class IdempotencyTest {

    private static final String PATH = "/v1/editorial/test-counting";

    @Inject
    Jdbi jdbi;

    @Inject
    IdempotencyCleanup cleaning;

    @Inject
    IdempotencyStore store;

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void letGo() {
        CountingResource.released.countDown();
        CountingResource.arrived = new CountDownLatch(0);
        CountingResource.released = new CountDownLatch(0);
    }

    @Test
    void theSameRequestGetsTheFirstResponse() {
        var first = post("{}").then().statusCode(201).header("Idempotent-Replayed", nullValue()).extract().response();
        var second = post("{}").then().statusCode(201).header("Idempotent-Replayed", "true").extract().response();

        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        for (var header : new String[] { "Location", "ETag", "Content-Type", "Depesche-Sequence" }) {
            assertThat(second.header(header)).as(header).isNotNull().isEqualTo(first.header(header));
        }
    }

    @Test
    void withoutAKeyEveryRequestIsANewOne() {
        var first = caller().contentType("application/json").body("{}").post(PATH).then().statusCode(201).extract()
                .<Integer> path("number");
        var second = caller().contentType("application/json").body("{}").post(PATH).then().extract().<Integer> path("number");

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void anotherBodyQueryOrTypeWithTheSameKeyIsAnError() {
        post("{}").then().statusCode(201);

        assertMismatch(post("{ }").then());
        assertMismatch(keyed().contentType("application/json").body("{}").queryParam("step", "2").post(PATH).then());
        assertMismatch(keyed().contentType("application/json; charset=utf-8").body("{}").post(PATH).then());
        post("{}").then().statusCode(201).header("Idempotent-Replayed", "true");
    }

    @Test
    void noBodyAndAnEmptyFormAreTheSame() {
        var first = number(post("{}"));

        keyed().noContentType().post(PATH).then().statusCode(201).header("Idempotent-Replayed", "true").body("number",
                equalTo(first));
    }

    @Test
    void aKeyBelongsToItsCallerAndRoute() {
        var first = number(post("{}"));

        var others = number(
                Callers.as("editor").header("Idempotency-Key", key).contentType("application/json").body("{}").post(PATH));
        keyed().post(PATH + "/nothing").then().statusCode(204);

        assertThat(others).isNotEqualTo(first);
    }

    @Test
    void aResponseWithoutABodyIsStoredToo() {
        var first = keyed().post(PATH + "/nothing").then().statusCode(204).extract().header("Depesche-Sequence");

        keyed().post(PATH + "/nothing").then().statusCode(204).header("Idempotent-Replayed", "true")
                .header("Depesche-Sequence", first).body(equalTo(""));
    }

    @Test
    void aRejectionIsStored() {
        var first = keyed().post(PATH + "/refusing").then().statusCode(409).extract();

        keyed().post(PATH + "/refusing").then().statusCode(409).header("Idempotent-Replayed", "true")
                .contentType("application/problem+json").body(equalTo(first.asString()));
    }

    @Test
    void aServerErrorReleasesTheKey() {
        var first = keyed().post(PATH + "/failing").then().statusCode(503).extract().<String> path("detail");

        keyed().post(PATH + "/failing").then().statusCode(503).header("Idempotent-Replayed", nullValue())
                .body("detail", org.hamcrest.Matchers.not(first));
    }

    @Test
    void workWhoseResponseCannotBeStoredIsNotDoneAgain() {
        keyed().post(PATH + "/unwritable").then().statusCode(500);

        keyed().post(PATH + "/unwritable").then().statusCode(409)
                .body("type", containsString("/problems/request-in-progress"));
    }

    @Test
    void onlyWorkThatFailsFreesItsKey() {
        var claimed = new IdempotencyKey(UUID.randomUUID(), "POST /v1/editorial/test", key);
        Supplier<String> failing = () -> {
            throw new IllegalStateException("nothing was done");
        };

        var first = (Claim.Held) store.claim(claimed);
        assertThatThrownBy(() -> store.call(first, failing)).hasMessage("nothing was done");
        var second = (Claim.Held) store.claim(claimed);
        assertThat(store.call(second, () -> "done")).isEqualTo("done");

        assertThatThrownBy(() -> store.claim(claimed)).isInstanceOf(Problem.class);
    }

    @Test
    void aConcurrentRequestWithTheSameKeyIsRejected() throws Exception {
        CountingResource.arrived = new CountDownLatch(1);
        CountingResource.released = new CountDownLatch(1);
        var one = Executors.newSingleThreadExecutor();
        try {
            var first = one.submit(() -> post("{}"));
            assertThat(CountingResource.arrived.await(20, TimeUnit.SECONDS)).isTrue();

            post("{}").then().statusCode(409).header("Retry-After", "1").contentType("application/problem+json")
                    .body("type", containsString("/problems/request-in-progress"));
            CountingResource.released.countDown();

            first.get().then().statusCode(201);
            assertThat(number(post("{}"))).isEqualTo(number(first.get()));
        } finally {
            one.shutdownNow();
        }
    }

    @Test
    void oneOfManyConcurrentRequestsDoesTheWork() throws Exception {
        var many = Executors.newFixedThreadPool(8);
        try {
            Callable<Response> request = () -> post("{}");
            var responses = many.invokeAll(IntStream.range(0, 24).mapToObj(i -> request).toList());

            var numbers = new java.util.TreeSet<Integer>();
            for (var response : responses) {
                if (response.get().statusCode() == 201) {
                    numbers.add(number(response.get()));
                } else {
                    response.get().then().statusCode(409);
                }
            }
            assertThat(numbers).hasSize(1);
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void aClaimOfAFailedNodeExpires() {
        var first = number(post("{}"));
        jdbi.useHandle(handle -> handle.execute("update idempotency set status = null, digest = null, body = null"));
        post("{}").then().statusCode(409);

        jdbi.useHandle(handle -> handle.execute("update idempotency set expires_at = utc_timestamp(6)"));

        post("{}").then().statusCode(201).header("Idempotent-Replayed", nullValue()).body("number",
                org.hamcrest.Matchers.not(first));
        post("{}").then().statusCode(201).header("Idempotent-Replayed", "true");
    }

    @Test
    void aSecretIsStoredSoThatOnlyItsCallerCanReadIt() {
        var first = keyed().post(PATH + "/secret").then().statusCode(200).extract().asString();

        keyed().post(PATH + "/secret").then().statusCode(200).body(equalTo(first)).header("Idempotent-Replayed", "true");
        assertThat(count("instr(body, 'sesame') > 0")).isZero();
    }

    @Test
    void aResponseTooLongToStoreIsNeitherReplayedNorRepeated() {
        keyed().post(PATH + "/long").then().statusCode(200);

        keyed().post(PATH + "/long").then().statusCode(409).body("type", containsString("/problems/conflict"));
    }

    @Test
    void aCompressedResponseIsStoredUncompressed() {
        var body = "{\"text\": \"" + "long ".repeat(1_000) + "\"}";
        var first = number(post(body));

        var plain = keyed().header("Accept-Encoding", "identity").contentType("application/json").body(body).post(PATH);

        assertThat(number(plain)).isEqualTo(first);
    }

    @Test
    void aStreamedBodyIsComparedWhileItIsRead() {
        var first = stream("line\n".repeat(1_000_000)).then().statusCode(202).header("Idempotent-Replayed", nullValue())
                .body(equalTo("5000000")).extract().header("Location");

        stream("line\n".repeat(1_000_000)).then().statusCode(202).header("Idempotent-Replayed", "true")
                .header("Location", first).body(equalTo("5000000"));
        assertMismatch(stream("line\n").then());
    }

    @Test
    void expiredResponsesAreDeletedInSmallBatches() {
        post("{}").then().statusCode(201);
        jdbi.useHandle(handle -> handle.execute(
                """
                        insert into idempotency (id, caller_id, claim, created_at, expires_at)
                        select unhex(sha2(concat('old', seq), 256)), unhex(repeat('0', 32)), unhex(repeat('0', 32)),
                        '2001-01-01', '2001-01-02'
                        from seq_1_to_1200"""));

        cleaning.clean();

        assertThat(count("expires_at < '2002-01-01'")).isZero();
        post("{}").then().statusCode(201).header("Idempotent-Replayed", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a\tb", "" })
    void aKeyOutsideTheRulesIsRefused(String value) {
        refused(value);
    }

    @Test
    void aKeyTooLongIsRefused() {
        refused("x".repeat(256));
    }

    private long count(String condition) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from idempotency where " + condition)
                .mapTo(Long.class).one());
    }

    private Response stream(String body) {
        return keyed().config(RestAssured.config().encoderConfig(
                EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .contentType("application/x-ndjson").body(body).post("/v1/editorial/test-streaming");
    }

    private static void refused(String value) {
        caller().header("Idempotency-Key", value).post(PATH + "/nothing").then().statusCode(400)
                .body("type", containsString("/problems/malformed-request"));
    }

    private static void assertMismatch(ValidatableResponse response) {
        response.statusCode(422).contentType("application/problem+json").body("type",
                containsString("/problems/idempotency-mismatch"));
    }

    private static int number(Response response) {
        return response.then().extract().<Integer> path("number");
    }

    private Response post(String body) {
        return keyed().contentType("application/json").body(body).post(PATH);
    }

    private RequestSpecification keyed() {
        return caller().header("Idempotency-Key", key);
    }

    private static RequestSpecification caller() {
        return Callers.as("reader");
    }
}
