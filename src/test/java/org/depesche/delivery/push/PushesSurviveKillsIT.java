package org.depesche.delivery.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.depesche.bootstrap.database.EmbeddedMariaDb;
import org.depesche.testkit.Callers;
import org.depesche.testkit.PackagedService;
import org.depesche.testkit.TestDatabaseSettings;
import org.depesche.testkit.TestFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Two nodes share a database and are killed at random, now and then both, while the receiver of a webhook and the subscriber of
 * a feed fail at random ({@code -Ddepesche.kills}, {@code -Ddepesche.seed}). Every change arrives at least once and in order,
 * and the subscriber ends up with the newest feed, which is the same on both nodes.
 */
class PushesSurviveKillsIT {

    private static final int KILLS = Integer.getInteger("depesche.kills", 3);
    /** Somebody is killed after so many publications. */
    private static final int PUBLISHED_BETWEEN = 6;
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofSeconds(60);
    private static final String FEED = "/feeds/categories/politik.json";

    private final long seed = Long.getLong("depesche.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final UnreliableReceiver webhook = new UnreliableReceiver(seed + 1);
    private final UnreliableReceiver subscriber = new UnreliableReceiver(seed + 2);
    private final List<AtomicReference<PackagedService>> nodes = new ArrayList<>();
    private final AtomicInteger published = new AtomicInteger();
    private volatile boolean isWriting = true;
    private EmbeddedMariaDb database;

    @BeforeEach
    void twoNodes() {
        database = EmbeddedMariaDb.open(TestDatabaseSettings.fast(TestFolders.emptyFolder("pushes"))).start();
        nodes.add(new AtomicReference<>(launch(0)));
        nodes.add(new AtomicReference<>(launch(1)));
        nodes.forEach(node -> node.get().awaitReady());
    }

    @AfterEach
    void nothingIsLeft() {
        isWriting = false;
        nodes.forEach(node -> node.get().close());
        database.close();
        webhook.close();
        subscriber.close();
    }

    @Test
    void everyChangeArrivesInOrder() throws Exception {
        var begin = subscribe();
        var writer = new Thread(this::write);
        writer.start();
        for (var kill = 0; kill < KILLS; kill++) {
            var wanted = published.get() + PUBLISHED_BETWEEN;
            await().atMost(CAUGHT_UP_WITHIN).until(() -> published.get() >= wanted);
            killSomebody(kill == KILLS / 2);
        }
        isWriting = false;
        writer.join();
        webhook.recover();
        subscriber.recover();

        var expected = sequencesAfter(begin);
        assertThat(expected).as("seed=%d", seed).hasSizeGreaterThan(KILLS * 5);
        await().atMost(CAUGHT_UP_WITHIN).until(() -> sequences(webhook.taken()).containsAll(expected));
        assertThat(sequences(webhook.taken()).stream().distinct().toList()).as("seed=%d", seed).isEqualTo(expected);
        assertNothingOvertakes(expected);
        var newest = nodes.get(0).get().get(FEED);
        await().atMost(CAUGHT_UP_WITHIN).until(() -> subscriber.taken().contains(newest));
        assertThat(subscriber.taken()).as("seed=%d", seed).extracting(this::size).isSorted();
        assertFeedsAreTheSameOnBothNodes(expected.get(expected.size() - 1));
    }

    /** The nodes render each by itself, in other time zones and languages. */
    private void assertFeedsAreTheSameOnBothNodes(long sequence) throws IOException, InterruptedException {
        for (var format : List.of("json", "rss", "atom")) {
            var answers = new ArrayList<HttpResponse<String>>();
            for (var node : nodes) {
                answers.add(client.send(HttpRequest.newBuilder(node.get().address(FEED.replace("json", format)))
                        .header("Depesche-Min-Sequence", Long.toString(sequence)).build(), BodyHandlers.ofString()));
            }
            assertThat(answers).as(format).extracting(HttpResponse::statusCode).containsOnly(200);
            assertThat(answers.get(0).body()).as(format).contains("Sturm").isEqualTo(answers.get(1).body());
            for (var header : List.of("ETag", "Link", "Surrogate-Key")) {
                assertThat(answers.get(0).headers().firstValue(header)).as(header)
                        .isEqualTo(answers.get(1).headers().firstValue(header));
            }
        }
    }

    /** A message comes only after all before it were taken, and none comes again after a later one was. */
    private void assertNothingOvertakes(List<Long> expected) {
        var place = -1;
        for (var message : webhook.messages()) {
            var at = expected.indexOf(sequence(message.body()));
            assertThat(at).as("seed=%d", seed).isBetween(Math.max(0, place), place + 1);
            place = message.isTaken() ? at : place;
        }
    }

    private void killSomebody(boolean both) throws InterruptedException {
        Thread.sleep(1_000 + random.nextInt(1_000));
        var killed = both ? List.of(0, 1) : List.of(random.nextInt(2));
        killed.forEach(number -> nodes.get(number).get().kill());
        killed.forEach(number -> nodes.get(number).set(launch(number)));
        killed.forEach(number -> nodes.get(number).get().awaitReady());
    }

    /** Publishes until the end, on whichever node answers. */
    private void write() {
        while (isWriting) {
            try {
                publish(nodes.get(random.nextInt(2)).get());
            } catch (IOException killed) {
                pause();
            }
        }
    }

    private void publish(PackagedService node) throws IOException {
        var made = post(node, "/v1/editorial/articles", "{\"headline\": \"Sturm\", \"category\": \"politik\"}", Map.of());
        if (made.statusCode() == 201) {
            var answer = post(node, "/v1/editorial/articles/" + mapper.readTree(made.body()).path("id").asText() + "/publish",
                    "{}", Map.of("If-Match", made.headers().firstValue("ETag").orElseThrow()));
            if (answer.statusCode() == 200) {
                published.incrementAndGet();
            }
        }
    }

    /** Returns the end of the log before the first change that is sent. */
    private long subscribe() throws IOException, InterruptedException {
        var node = nodes.get(0).get();
        post(node, "/v1/editorial/categories", "{\"slug\": \"politik\", \"name\": \"Politik\"}", Map.of());
        var begin = Long
                .parseLong(mapper.readTree(node.get("/v1/changes?since=0&limit=100")).at("/items").findValues("sequence")
                        .stream().map(JsonNode::asText).reduce("0", (one, next) -> next));
        assertThat(post(node, "/v1/editorial/webhooks", "{\"url\": \"" + webhook.url() + "\"}", Map.of()).statusCode())
                .isEqualTo(201);
        var form = Map.of("hub.mode", "subscribe", "hub.topic", "https://api.example.org" + FEED, "hub.callback", subscriber
                .url()).entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        assertThat(client.send(HttpRequest.newBuilder(node.address("/websub")).POST(BodyPublishers.ofString(form))
                .header("Content-Type", "application/x-www-form-urlencoded").build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(202);
        return begin;
    }

    private List<Long> sequencesAfter(long begin) throws IOException, InterruptedException {
        var all = new ArrayList<Long>();
        for (var since = begin;; since = all.get(all.size() - 1)) {
            var items = mapper.readTree(nodes.get(0).get().get("/v1/changes?limit=100&since=" + since)).path("items");
            if (items.isEmpty()) {
                return all;
            }
            items.forEach(item -> all.add(item.path("sequence").asLong()));
        }
    }

    private List<Long> sequences(List<String> bodies) {
        return bodies.stream().map(this::sequence).toList();
    }

    private long sequence(String body) {
        return read(body).at("/data/sequence").asLong();
    }

    private int size(String feed) {
        return read(feed).path("items").size();
    }

    private JsonNode read(String json) {
        try {
            return mapper.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    private HttpResponse<String> post(PackagedService node, String path, String body, Map<String, String> headers)
            throws IOException {
        var request = HttpRequest.newBuilder(node.address(path)).POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + Callers.ADMIN_KEY)
                .timeout(Duration.ofSeconds(10));
        headers.forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private PackagedService launch(int number) {
        var launcher = PackagedService.in(TestFolders.emptyFolder("pushes-" + number)).withEnvironment("JAVA_TOOL_OPTIONS",
                number == 0 ? "-Duser.timezone=Pacific/Auckland -Duser.language=th -Duser.country=TH -Duser.variant=TH"
                        : "-Duser.timezone=America/St_Johns -Duser.language=tr -Duser.country=TR -Dfile.encoding=ISO-8859-1");
        for (var setting : database.quarkusSettings().entrySet()) {
            launcher = launcher.withEnvironment(setting.getKey().replace('.', '_').replace('-', '_').toUpperCase(), setting
                    .getValue());
        }
        for (var setting : Map.of("ADMIN_KEY", Callers.ADMIN_KEY, "PUBLIC_URL", "https://api.example.org", "WEBSUB_ENABLED",
                "true", "WEBHOOKS_ALLOWED_NETWORKS", "127.0.0.0/8", "WEBHOOKS_TIMEOUT", "PT1S", "WEBHOOKS_LEASE", "PT2S",
                "WEBHOOKS_RETRY_DELAY", "PT0.05S", "WEBHOOKS_MAX_RETRY_DELAY", "PT0.3S", "WEBHOOKS_PROPAGATION_DELAY", "PT0.1S",
                "WEBHOOKS_POLL_INTERVAL", "PT0.5S").entrySet()) {
            launcher = launcher.withEnvironment("DEPESCHE_" + setting.getKey(), setting.getValue());
        }
        return launcher.launch();
    }
}
