package org.depesche.platform.http.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.depesche.bootstrap.database.EmbeddedMariaDb;
import org.depesche.testkit.Callers;
import org.depesche.testkit.PackagedService;
import org.depesche.testkit.TcpProxy;
import org.depesche.testkit.TestDatabaseSettings;
import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database becomes unreachable under load: cached responses are still served, and other requests fail fast. */
class DatabaseOutageIT {

    private static final Duration AWAY = Duration.ofSeconds(6);
    /** The connection timeout, plus a margin for a busy machine. */
    private static final Duration REFUSED_WITHIN = Duration.ofMillis(3_500);
    /** Two reads, or waits for a connection, of two seconds each, plus a margin for a busy machine. */
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(12);
    private static final Duration FRESH_WITHIN = Duration.ofSeconds(5);

    /** Not HTTP/2, where all requests share one connection: a request that times out must not affect the others. */
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger attempts = new AtomicInteger();
    private final ExecutorService readers = Executors.newFixedThreadPool(4);
    private EmbeddedMariaDb database;
    private TcpProxy line;
    private PackagedService service;

    @BeforeEach
    void aServiceWithADatabaseOfItsOwn() throws Exception {
        database = EmbeddedMariaDb.open(TestDatabaseSettings.fast(TestFolders.emptyFolder("database-away"))).start();
        line = new TcpProxy(port());
        var settings = database.quarkusSettings();
        service = PackagedService.in(TestFolders.emptyFolder("database-away-service"))
                .withEnvironment("DEPESCHE_ADMIN_KEY", Callers.ADMIN_KEY)
                .withEnvironment("QUARKUS_DATASOURCE_JDBC_URL", settings.get("quarkus.datasource.jdbc.url")
                        .replace(":" + port() + "/", ":" + line.port() + "/"))
                .withEnvironment("QUARKUS_DATASOURCE_USERNAME", settings.get("quarkus.datasource.username"))
                .withEnvironment("QUARKUS_DATASOURCE_PASSWORD", settings.get("quarkus.datasource.password"))
                .withEnvironment("QUARKUS_FLYWAY_JDBC_URL", settings.get("quarkus.flyway.jdbc-url"))
                .withEnvironment("QUARKUS_FLYWAY_USERNAME", settings.get("quarkus.flyway.username"))
                .withEnvironment("QUARKUS_FLYWAY_PASSWORD", settings.get("quarkus.flyway.password")).start();
        write("/v1/editorial/categories", "{\"slug\": \"politik\", \"name\": \"Politik\"}");
        publish("eins");
        publish("zwei");
    }

    @AfterEach
    void nothingIsLeft() {
        readers.shutdownNow();
        line.restore(port());
        service.close();
        line.close();
        database.close();
    }

    @Test
    void aDatabaseThatWasStopped() throws Exception {
        away(() -> {
            line.disconnect();
            database.close();
        }, () -> {
            database = EmbeddedMariaDb.open(TestDatabaseSettings.fast(TestFolders.target().resolve("database-away"))).start();
            line.restore(port());
        });
    }

    @Test
    void aNetworkThatFellSilent() throws Exception {
        away(() -> {
            line.stall();
            awaitNoticed();
        }, () -> line.restore(port()));
    }

    /** A request before the outage is noticed may hang as long as the network does. Later requests are refused at once. */
    private void awaitNoticed() {
        await().atMost(NOTICED_WITHIN).until(() -> {
            try {
                return ask("/v1/articles?limit=" + (60 + attempts.incrementAndGet()), Duration.ofSeconds(1))
                        .statusCode() == 503;
            } catch (IOException notYet) { // timed out, or used the connection of the previous timed-out request
                return false;
            }
        });
    }

    private void away(Runnable goes, Runnable comes) throws Exception {
        assertThat(get("/v1/articles/eins").statusCode()).isEqualTo(200);
        assertThat(get("/v1/articles?category=politik").statusCode()).isEqualTo(200);
        var isOver = new AtomicBoolean();
        var wrong = new AtomicInteger();
        var slowest = new AtomicLong();
        for (var reader = 0; reader < 4; reader++) {
            readers.submit(() -> read(isOver, wrong, slowest));
        }

        goes.run();
        var end = System.nanoTime() + AWAY.toNanos();
        for (var asked = 0; System.nanoTime() < end; asked++) {
            refusesWhatItNeverSaid(asked);
        }

        assertThat(get("/q/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/v1/articles/eins").headers().firstValue("Cache-Status").orElseThrow())
                .matches("Depesche; hit; ttl=-\\d+; detail=database-away");
        comes.run();
        await().atMost(FRESH_WITHIN).pollInterval(Duration.ofMillis(100)).until(this::isFresh);
        publish("drei");
        assertThat(get("/v1/articles?category=politik").body()).contains("drei");
        assertThat(get("/v1/articles/eins").headers().firstValue("Cache-Status")).hasValue("Depesche; hit");
        isOver.set(true);
        readers.shutdown();
        assertThat(wrong).as("cached answers that did not come").hasValue(0);
        assertThat(Duration.ofNanos(slowest.get())).isLessThan(Duration.ofSeconds(2));
    }

    private void refusesWhatItNeverSaid(int asked) throws Exception {
        var since = System.nanoTime();
        var answer = get("/v1/articles?limit=" + (asked % 50 + 20));
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(REFUSED_WITHIN);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        Thread.sleep(50);
    }

    private void read(AtomicBoolean isOver, AtomicInteger wrong, AtomicLong slowest) {
        while (!isOver.get()) {
            for (var address : List.of("/v1/articles/eins", "/v1/articles?category=politik")) {
                var since = System.nanoTime();
                try {
                    wrong.addAndGet(get(address).statusCode() == 200 ? 0 : 1);
                } catch (Exception e) {
                    wrong.incrementAndGet();
                }
                slowest.accumulateAndGet(System.nanoTime() - since, Math::max);
            }
        }
    }

    private boolean isFresh() throws IOException, InterruptedException {
        return get("/v1/articles?limit=77").statusCode() == 200
                && get("/v1/articles/zwei").headers().firstValue("Cache-Status").orElse("").matches("[^-]*(uri-miss.*|hit)");
    }

    private void publish(String slug) throws Exception {
        var draft = write("/v1/editorial/articles",
                "{\"headline\": \"Meldung " + slug + "\", \"slug\": \"" + slug + "\", \"category\": \"politik\"}");
        var published = client.send(editor("/v1/editorial/articles/" + slug + "/publish", "{}")
                .header("If-Match", draft.headers().firstValue("ETag").orElseThrow()).build(), BodyHandlers.ofString());
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
    }

    private HttpResponse<String> write(String address, String body) throws Exception {
        var answer = client.send(editor(address, body).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private HttpRequest.Builder editor(String address, String body) {
        return HttpRequest.newBuilder(service.address(address)).POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + Callers.ADMIN_KEY)
                .timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return ask(address, Duration.ofSeconds(20));
    }

    private HttpResponse<String> ask(String address, Duration patience) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(service.address(address)).timeout(patience).build(),
                BodyHandlers.ofString());
    }

    private int port() {
        return URI.create(database.quarkusSettings().get("quarkus.datasource.jdbc.url").substring("jdbc:".length())).getPort();
    }
}
