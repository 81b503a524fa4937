package org.depesche.platform.http.cache;

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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

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

    private static final int READERS = 4;
    /** Between two requests of a reader: together they send some hundred a second, and leave the processor to the service. */
    private static final Duration READER_PAUSE = Duration.ofMillis(5);
    private static final Duration OUTAGE = Duration.ofSeconds(6);
    /** The connection timeout, plus a margin for a busy machine. */
    private static final Duration REFUSED_WITHIN = Duration.ofMillis(3_500);
    /** Two reads, or waits for a connection, of two seconds each, plus a margin for a busy machine. */
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(12);
    private static final Duration FRESH_WITHIN = Duration.ofSeconds(5);

    /** Not HTTP/2, where all requests share one connection: a request that times out must not affect the others. */
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger attempts = new AtomicInteger();
    private EmbeddedMariaDb database;
    private TcpProxy proxy;
    private PackagedService service;

    @BeforeEach
    void startServiceWithItsOwnDatabase() throws Exception {
        database = EmbeddedMariaDb.open(TestDatabaseSettings.fast(TestFolders.emptyFolder("database-away"))).start();
        proxy = new TcpProxy(port());
        var settings = database.quarkusSettings();
        service = PackagedService.in(TestFolders.emptyFolder("database-away-service"))
                .withEnvironment("DEPESCHE_ADMIN_KEY", Callers.ADMIN_KEY)
                .withEnvironment("QUARKUS_DATASOURCE_JDBC_URL", settings.get("quarkus.datasource.jdbc.url")
                        .replace(":" + port() + "/", ":" + proxy.port() + "/"))
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
        proxy.restore(port());
        service.close();
        proxy.close();
        database.close();
    }

    /** In one test, because each start of the service takes seconds. */
    @Test
    void theServiceSurvivesAStoppedDatabaseAndANetworkWithoutResponses() throws Exception {
        survivesOutage("drei", () -> {
            proxy.disconnect();
            database.close();
        }, () -> {
            database = EmbeddedMariaDb.open(TestDatabaseSettings.fast(TestFolders.own().resolve("database-away"))).start();
            proxy.restore(port());
        });
        survivesOutage("vier", () -> {
            proxy.stall();
            awaitNoticed();
        }, () -> proxy.restore(port()));
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

    /** @param slug of the article that is published afterwards */
    private void survivesOutage(String slug, Runnable disconnect, Runnable reconnect) throws Exception {
        assertThat(get("/v1/articles/eins").statusCode()).isEqualTo(200);
        assertThat(get("/v1/articles?category=politik").statusCode()).isEqualTo(200);
        var isOver = new AtomicBoolean();
        var wrong = new ConcurrentLinkedQueue<String>();
        var slowest = new AtomicLong();
        var readers = IntStream.range(0, READERS)
                .mapToObj(number -> new Thread(() -> read(isOver, wrong, slowest), "reader-" + number)).toList();
        readers.forEach(Thread::start);
        try {
            outage(slug, disconnect, reconnect);
        } finally {
            isOver.set(true);
        }
        for (var reader : readers) {
            reader.join();
        }
        assertThat(wrong).as("answers instead of cached ones").isEmpty();
        assertThat(Duration.ofNanos(slowest.get())).isLessThan(Duration.ofSeconds(2));
    }

    private void outage(String slug, Runnable disconnect, Runnable reconnect) throws Exception {
        disconnect.run();
        var end = System.nanoTime() + OUTAGE.toNanos();
        for (var request = 0; System.nanoTime() < end; request++) {
            assertUncachedIsRefused(request);
        }

        assertThat(get("/q/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/v1/articles/eins").headers().firstValue("Cache-Status").orElseThrow())
                .matches("Depesche; hit; ttl=-\\d+; detail=database-away");
        reconnect.run();
        await().atMost(FRESH_WITHIN).pollInterval(Duration.ofMillis(100)).until(this::isFresh);
        publish(slug);
        assertThat(get("/v1/articles?category=politik").body()).contains(slug);
        assertThat(get("/v1/articles/eins").headers().firstValue("Cache-Status")).hasValue("Depesche; hit");
    }

    private void assertUncachedIsRefused(int request) throws Exception {
        var since = System.nanoTime();
        var response = get("/v1/articles?limit=" + (request % 50 + 20));
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(REFUSED_WITHIN);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        Thread.sleep(50);
    }

    private void read(AtomicBoolean isOver, Queue<String> wrong, AtomicLong slowest) {
        while (!isOver.get()) {
            for (var path : List.of("/v1/articles/eins", "/v1/articles?category=politik")) {
                var since = System.nanoTime();
                try {
                    var response = get(path);
                    if (response.statusCode() != 200) {
                        wrong.add(path + " " + response.statusCode() + " " + response.headers().map() + " " + response.body());
                    }
                } catch (Exception e) {
                    wrong.add(path + " " + e);
                }
                slowest.accumulateAndGet(System.nanoTime() - since, Math::max);
                LockSupport.parkNanos(READER_PAUSE.toNanos());
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

    private HttpResponse<String> write(String path, String body) throws Exception {
        var response = client.send(editor(path, body).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return response;
    }

    private HttpRequest.Builder editor(String path, String body) {
        return HttpRequest.newBuilder(service.address(path)).POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + Callers.ADMIN_KEY)
                .timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return ask(path, Duration.ofSeconds(20));
    }

    private HttpResponse<String> ask(String path, Duration timeout) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(service.address(path)).timeout(timeout).build(),
                BodyHandlers.ofString());
    }

    private int port() {
        return URI.create(database.quarkusSettings().get("quarkus.datasource.jdbc.url").substring("jdbc:".length())).getPort();
    }
}
