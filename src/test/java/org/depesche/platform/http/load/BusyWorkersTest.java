package org.depesche.platform.http.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import org.depesche.platform.http.HttpConfig;
import org.depesche.testkit.Callers;
import org.depesche.testkit.Newsroom;
import org.depesche.testkit.RawHttp;
import org.depesche.testkit.UniqueNames;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** What goes on while every worker thread is occupied, and what does not occupy one. */
@QuarkusTest
class BusyWorkersTest {

    private static final int GONE = 20;

    private final List<Socket> clients = new ArrayList<>();

    @Inject
    MeterRegistry meters;

    @Inject
    HttpConfig config;

    @ConfigProperty(name = "quarkus.thread-pool.max-threads")
    int workers;

    @AfterEach
    void hangUp() {
        BlockedTestingResource.open();
        clients.forEach(BusyWorkersTest::close);
        await().untilAsserted(() -> assertThat(queued()).isZero());
    }

    @Test
    void cachedAnswersAndHealthGoOnAndTheQueueIsBounded() {
        var cached = listOfOwnCategory();
        await().until(() -> isHit(cached));
        BlockedTestingResource.close();
        block(workers);
        await().until(() -> BlockedTestingResource.waiting() == workers);
        block(config.maxQueuedRequests());
        await().untilAsserted(() -> assertThat(queued()).isEqualTo(config.maxQueuedRequests()));

        var refused = RawHttp.get("/v1/articles?limit=3&before=2002-01-01");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(isHit(cached)).isTrue();
        assertThat(RawHttp.get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(RawHttp.get("/q/health/live").statusCode()).isEqualTo(200);
    }

    /** They leave the queue at once, and are neither worked on nor a failure when their turn comes. */
    @Test
    void requestsOfClientsThatHungUpAreNoWork() {
        BlockedTestingResource.close();
        block(workers);
        await().until(() -> BlockedTestingResource.waiting() == workers);
        block(GONE);
        await().until(() -> queued() == GONE);
        clients.subList(workers, workers + GONE).forEach(BusyWorkersTest::close);
        await().until(() -> queued() == 0);

        var failures = failuresDuring(() -> {
            BlockedTestingResource.open();
            await().until(() -> BlockedTestingResource.waiting() == 0);
            assertThat(RawHttp.get("/v1/articles?limit=3&before=2002-01-01").statusCode()).isEqualTo(200);
        });

        assertThat(BlockedTestingResource.entered()).isEqualTo(workers);
        assertThat(failures).isEmpty();
    }

    /** What the service logs as its errors meanwhile. */
    private static List<String> failuresDuring(Runnable work) {
        var failures = new CopyOnWriteArrayList<String>();
        var handler = new Handler() {

            @Override
            public void publish(LogRecord entry) {
                if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                    failures.add(entry.getMessage());
                }
            }

            @Override
            public void flush() {
                // nothing is kept
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        var log = Logger.getLogger("org.depesche.platform.problem.FailureLog");
        log.addHandler(handler);
        try {
            work.run();
        } finally {
            log.removeHandler(handler);
        }
        return failures;
    }

    @Test
    void bodiesThatDoNotArriveOccupyNoWorker() {
        send("POST /v1/editorial/tags HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + Callers.ADMIN_KEY + "\r\nContent-Length: 100\r\n\r\n{\"name\":", 3 * workers);
        await().untilAsserted(() -> assertThat(unfinishedBytes()).isEqualTo(3.0 * workers * "{\"name\":".length()));

        assertThat(RawHttp.get("/v1/articles?limit=4&before=2002-01-01").statusCode()).isEqualTo(200);

        clients.forEach(BusyWorkersTest::close);
        await().untilAsserted(() -> assertThat(unfinishedBytes()).isZero());
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() {
        var requests = "";
        for (var limit = 1; limit <= 20; limit++) {
            requests += "GET /v1/articles?before=2001-01-01&limit=" + limit + " HTTP/1.1\r\nHost: localhost\r\n"
                    + (limit == 20 ? "Connection: close\r\n\r\n" : "\r\n");
        }

        var answers = RawHttp.raw(requests.getBytes(US_ASCII));

        assertThat(answers.split("HTTP/1.1 200 ")).hasSize(21);
        for (var limit = 1; limit <= 20; limit++) {
            assertThat(answers.split("HTTP/1.1 200 ")[limit]).contains("\"limit\":" + limit + "}");
        }
    }

    /** No other test changes what it shows. */
    private static String listOfOwnCategory() {
        var category = UniqueNames.of("ressort");
        Newsroom.ensureCategory(category, "Ressort " + category);
        return "/v1/articles?limit=2&category=" + category;
    }

    private static boolean isHit(String path) {
        return RawHttp.get(path).headers().firstValue("Cache-Status").filter("Depesche; hit"::equals).isPresent();
    }

    private double queued() {
        return meters.get("depesche.http.queued").gauge().value();
    }

    private double unfinishedBytes() {
        return meters.get("depesche.http.unfinished.body.bytes").gauge().value();
    }

    /** No two requests are alike: those would wait for the first one's answer. */
    private void block(int times) {
        for (var number = 0; number < times; number++) {
            send("GET /v1/testing-blocked/" + clients.size() + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 1);
        }
    }

    private void send(String request, int times) {
        try {
            for (var number = 0; number < times; number++) {
                var client = new Socket("localhost", RestAssured.port);
                clients.add(client);
                client.getOutputStream().write(request.getBytes(US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(Socket client) {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
