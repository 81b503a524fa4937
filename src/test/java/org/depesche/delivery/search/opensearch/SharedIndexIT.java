package org.depesche.delivery.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.depesche.bootstrap.database.EmbeddedMariaDb;
import org.depesche.testkit.Callers;
import org.depesche.testkit.OpenSearchNode;
import org.depesche.testkit.PackagedService;
import org.depesche.testkit.TestDatabaseSettings;
import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Two nodes share an index and are killed in turns. The remaining node becomes the writer, no article is lost, and none
 * is in the index twice.
 */
@EnabledIf("org.depesche.testkit.OpenSearchNode#isPossible")
class SharedIndexIT {

    private static final int ARTICLES = 8;
    /** The lease of the killed node, the start of a rebuild, and what a loaded machine adds. */
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final List<String> published = new ArrayList<>();
    private EmbeddedMariaDb database;
    private PackagedService one;
    private PackagedService other;

    @BeforeEach
    void twoNodes() throws Exception {
        database = EmbeddedMariaDb.open(TestDatabaseSettings.fast(TestFolders.emptyFolder("shared-index"))).start();
        one = node("one");
        other = node("other");
        write(one, "/v1/editorial/categories", "{\"slug\": \"politik\", \"name\": \"Politik\"}");
    }

    @AfterEach
    void nothingIsLeft() {
        one.close();
        other.close();
        database.close();
    }

    @Test
    void theRemainingNodeContinues() throws Exception {
        publish(one);
        awaitAll(other);

        one.kill();
        publish(other);
        awaitAll(other);

        one = node("one");
        other.kill();
        publish(one);
        awaitAll(one);

        other = node("other");
        awaitAll(other);
    }

    private void publish(PackagedService node) throws Exception {
        for (var n = 0; n < ARTICLES; n++) {
            var created = write(node, "/v1/editorial/articles", "{\"headline\": \"Sturm\", \"category\": \"politik\"}");
            var id = mapper.readTree(created.body()).path("id").asText();
            var step = request(node, "/v1/editorial/articles/" + id + "/publish", "{}")
                    .header("If-Match", created.headers().firstValue("ETag").orElseThrow()).build();
            assertThat(client.send(step, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            published.add(id);
        }
    }

    private void awaitAll(PackagedService node) {
        await().pollInterval(Duration.ofMillis(300)).atMost(TAKEN_OVER_WITHIN).untilAsserted(() -> {
            var found = new ArrayList<String>();
            search(node).path("items").forEach(item -> found.add(item.path("id").asText()));
            assertThat(found).containsExactlyInAnyOrderElementsOf(published);
        });
    }

    private JsonNode search(PackagedService node) throws IOException, InterruptedException {
        return mapper.readTree(node.get("/v1/search?q=Sturm%20-" + System.nanoTime() + "&limit=100"));
    }

    private HttpResponse<String> write(PackagedService node, String address, String body) throws Exception {
        var response = client.send(request(node, address, body).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return response;
    }

    private static HttpRequest.Builder request(PackagedService node, String address, String body) {
        return HttpRequest.newBuilder(node.address(address)).POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + Callers.ADMIN_KEY)
                .timeout(Duration.ofSeconds(20));
    }

    private PackagedService node(String name) {
        var settings = database.quarkusSettings();
        return PackagedService.in(TestFolders.emptyFolder("shared-index-" + name))
                .withEnvironment("DEPESCHE_ADMIN_KEY", Callers.ADMIN_KEY)
                .withEnvironment("DEPESCHE_SEARCH_BACKEND", "opensearch")
                .withEnvironment("DEPESCHE_SEARCH_OPENSEARCH_HOSTS", OpenSearchNode.ensureRunning().toString())
                .withEnvironment("DEPESCHE_SEARCH_OPENSEARCH_LEASE", "PT3S")
                .withEnvironment("QUARKUS_DATASOURCE_JDBC_URL", settings.get("quarkus.datasource.jdbc.url"))
                .withEnvironment("QUARKUS_DATASOURCE_USERNAME", settings.get("quarkus.datasource.username"))
                .withEnvironment("QUARKUS_DATASOURCE_PASSWORD", settings.get("quarkus.datasource.password"))
                .withEnvironment("QUARKUS_FLYWAY_JDBC_URL", settings.get("quarkus.flyway.jdbc-url"))
                .withEnvironment("QUARKUS_FLYWAY_USERNAME", settings.get("quarkus.flyway.username"))
                .withEnvironment("QUARKUS_FLYWAY_PASSWORD", settings.get("quarkus.flyway.password")).start();
    }
}
