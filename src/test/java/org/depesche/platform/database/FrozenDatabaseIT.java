package org.depesche.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.depesche.testkit.Callers;
import org.depesche.testkit.PackagedService;
import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;

/** The process of the embedded database is frozen or killed, and the service goes on as far as it can. */
@EnabledOnOs(LINUX)
class FrozenDatabaseIT {

    /** Far more than any request may take, and far less than the timeout of a socket. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CACHED = "/v1/articles?limit=2";
    private static final String DESK = "/v1/editorial/articles";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Path folder;
    private PackagedService service;

    @BeforeEach
    void start() throws Exception {
        folder = TestFolders.emptyFolder("frozen-database");
        service = PackagedService.in(folder).withEnvironment("DEPESCHE_ADMIN_KEY", Callers.ADMIN_KEY).start();
        assertThat(get(CACHED).statusCode()).isEqualTo(200);
        assertThat(write().statusCode()).isEqualTo(201);
    }

    @AfterEach
    void stop() throws Exception {
        signal("CONT");
        service.close();
        assertThat(PackagedService.databasesIn(folder)).isEmpty();
    }

    /** In one test, because each start of the service takes seconds. */
    @Test
    void theServiceSurvivesAFrozenAndAKilledDatabase() throws Exception {
        aFrozenDatabaseIsRefusedAtOnceAndNothingHangs();
        aKilledDatabaseIsStartedAgainWhileCachedAnswersGoOn();
    }

    private void aFrozenDatabaseIsRefusedAtOnceAndNothingHangs() throws Exception {
        signal("STOP");
        var caughtInTheMiddle = Stream.of("/v1/articles?limit=3", "/v1/search?q=etwas", DESK + "?limit=4")
                .map(path -> CompletableFuture.supplyAsync(() -> unchecked(() -> get(path)))).toList();
        await().until(() -> get("/q/health/ready").statusCode() == 503);

        for (var answer : List.of(get("/v1/articles?limit=5"), get("/v1/search?q=anderes"), get(DESK + "?limit=6"), write())) {
            assertRefused(answer);
        }
        for (var answer : caughtInTheMiddle) {
            assertRefused(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }

        assertThat(get(CACHED).headers().firstValue("Cache-Status").orElseThrow()).contains("hit", "database-away");
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(service.output()).doesNotContain("\tat ");
        signal("CONT");
        await().until(() -> write().statusCode() == 201 && get("/q/health/ready").statusCode() == 200);
    }

    private void aKilledDatabaseIsStartedAgainWhileCachedAnswersGoOn() throws Exception {
        var first = PackagedService.databasesIn(folder).get(0);

        signal("KILL");

        first.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        await().until(() -> {
            assertThat(get(CACHED).statusCode()).isEqualTo(200);
            return write().statusCode() == 201;
        });
        assertThat(PackagedService.databasesIn(folder)).hasSize(1).doesNotContain(first);
        assertThat(service.output()).contains("The embedded database is running again").doesNotContain("\tat ");
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s %s", answer.uri(), answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).as("%s", answer.uri()).isPresent();
    }

    private void signal(String name) throws Exception {
        for (var database : PackagedService.databasesIn(folder)) {
            new ProcessBuilder("kill", "-" + name, Long.toString(database.pid())).inheritIO().start().waitFor();
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> write() throws IOException, InterruptedException {
        return client.send(request(DESK).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"headline\": \"Entwurf\"}")).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(service.address(path)).timeout(PATIENCE);
        return path.startsWith("/v1/editorial") ? request.header("Authorization", "Bearer " + Callers.ADMIN_KEY) : request;
    }

    private static HttpResponse<String> unchecked(java.util.concurrent.Callable<HttpResponse<String>> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
