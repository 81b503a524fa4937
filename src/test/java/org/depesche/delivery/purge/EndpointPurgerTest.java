package org.depesche.delivery.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.depesche.delivery.change.ChangeLog;
import org.depesche.delivery.push.PushHighWatermark;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.lease.Leases;
import org.depesche.platform.outbound.OutboundHttpClient;
import org.depesche.platform.worker.Workers;
import org.depesche.testkit.Newsroom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

@QuarkusTest
class EndpointPurgerTest {

    private final String name = "t" + UUID.randomUUID();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final ChangeLog log;
    private final PurgePositionRepository positions;
    private final OutboundHttpClient outbound;
    private final Leases leases;
    private final Workers workers;
    private volatile int status = 200;
    private HttpServer network;

    EndpointPurgerTest(ChangeLog log, PurgePositionRepository positions, OutboundHttpClient outbound, Leases leases,
            Workers workers) {
        this.log = log;
        this.positions = positions;
        this.outbound = outbound;
        this.leases = leases;
        this.workers = workers;
    }

    private record Heard(String method, String path, Map<String, List<String>> headers, String body) {
    }

    @BeforeEach
    void aNetwork() throws IOException {
        network = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        network.createContext("/", this::hear);
        network.start();
    }

    @AfterEach
    void itsEnd() {
        network.stop(0);
    }

    @Test
    void fastlyGetsSurrogateKeysInAHeader() throws Exception {
        startAtTheEndOfTheLog();

        var tag = changeCategory();
        purge(config("fastly", Map.of("soft", "true"))).purgeNext();

        assertThat(purgesOf(tag)).singleElement().satisfies(call -> {
            assertThat(call.method).isEqualTo("POST");
            assertThat(call.path).isEqualTo("/service/SU1/purge");
            assertThat(call.headers.get("Fastly-key")).containsExactly("secret");
            assertThat(call.headers.get("Fastly-soft-purge")).containsExactly("1");
            assertThat(call.headers.get("Surrogate-key").get(0).split(" ")).contains(tag, "categories");
        });
    }

    @Test
    void cloudflareGetsTagsInJsonThirtyAtATime() throws Exception {
        startAtTheEndOfTheLog();

        for (var change = 0; change < 40; change++) {
            changeCategory();
        }
        purge(config("cloudflare", Map.of())).purgeNext();

        assertThat(heard).hasSizeGreaterThan(1).allMatch(call -> call.path.equals("/zones/SU1/purge_cache"));
        assertThat(heard.get(0).headers.get("Authorization")).containsExactly("Bearer secret");
        assertThat(heard.get(0).body).startsWith("{\"tags\":[\"").matches("[^,]*(,[^,]*){29}");
    }

    @Test
    void varnishGetsAPurgeWithTheConfiguredHeader() throws Exception {
        startAtTheEndOfTheLog();

        var tag = changeCategory();
        purge(config("varnish", Map.of("header", "x-tags"))).purgeNext();

        assertThat(purgesOf(tag)).singleElement().satisfies(call -> {
            assertThat(call.method).isEqualTo("PURGE");
            assertThat(call.headers.get("X-tags").get(0).split(" ")).contains(tag);
        });
    }

    @Test
    void aRejectedPurgeIsSentAgain() throws Exception {
        startAtTheEndOfTheLog();
        var purge = purge(config("fastly", Map.of()));
        var tag = changeCategory();
        status = 500;
        assertThatThrownBy(purge::purgeNext).isInstanceOf(IOException.class).hasMessageContaining("500");
        assertThat(List.of(purge.recordFailure(), purge.recordFailure(), purge.recordFailure())).containsExactly(
                Duration.ofSeconds(1),
                Duration.ofSeconds(2), Duration.ofSeconds(4));

        status = 200;
        purge(config("fastly", Map.of())).purgeNext();

        assertThat(purgesOf(tag)).hasSize(2);
        purge.purgeNext();
        assertThat(purgesOf(tag)).hasSize(2);
    }

    @Test
    void aNetworkFarBehindPurgesEverything() throws Exception {
        var settings = config("fastly", Map.of(), Map.of("depesche.purge.purge-all-beyond", "3"));
        startAtTheEndOfTheLog();
        for (var change = 0; change < 5; change++) {
            changeCategory();
        }

        assertThat(purge(settings).purgeNext()).isZero();

        assertThat(heard).extracting(Heard::path).containsExactly("/service/SU1/purge_all");
    }

    /** Webhooks and subscribers of feeds are told after that. */
    @Test
    void nothingIsAnnouncedBeforeEachNetworkHasConfirmedItsPurge() throws Exception {
        var settings = config("fastly", Map.of());
        var announcement = new PushHighWatermark(new PurgeProgress(settings, positions), Duration.ZERO);
        var before = log.lastSequence();
        positions.findOrStart(name, before);
        changeCategory();
        var end = log.lastSequence();
        announcement.advance(end); // sees the end for the first time
        status = 503;
        assertThatThrownBy(purge(settings)::purgeNext).isInstanceOf(IOException.class);

        assertThat(announcement.advance(end)).isEqualTo(before);

        status = 200;
        purge(settings).purgeNext();
        assertThat(announcement.advance(end)).isEqualTo(end);
    }

    @Test
    void theWorkerPurgesInTheBackground() throws Exception {
        var metrics = new SimpleMeterRegistry();
        var worker = new PurgeWorker(config("varnish", Map.of()), log, positions, outbound, leases, metrics, workers);
        positions.findOrStart(name, log.lastSequence());
        worker.start(new StartupEvent());
        try {
            var tag = changeCategory();

            await().until(() -> heard.stream()
                    .anyMatch(call -> call.headers.get("Xkey-purge").get(0).contains(tag)));
            await().until(() -> behind(metrics) == 0);
            status = 503;
            changeCategory();
            await().until(() -> behind(metrics) > 0);
            status = 200;
            await().until(() -> behind(metrics) == 0);
        } finally {
            worker.stop(new ShutdownEvent());
        }
    }

    @Test
    void aSettingThatIsMissingIsNamedAtTheStart() {
        var settings = settings(Map.of("depesche.purge.endpoints." + name + ".protocol", "fastly"));
        var worker = new PurgeWorker(settings, log, positions, outbound, leases, new SimpleMeterRegistry(),
                workers);

        assertThatThrownBy(() -> worker.checkSettings(new StartupEvent())).isInstanceOf(ConfigurationException.class)
                .hasMessage("depesche.purge.endpoints." + name + ".service is not set");
    }

    private double behind(SimpleMeterRegistry metrics) {
        return metrics.get("depesche.purge.lag").tag("endpoint", name).gauge().value();
    }

    /** Other tests' images may log changes at any time, so a network starts here without a request. */
    private void startAtTheEndOfTheLog() {
        positions.findOrStart(name, log.lastSequence());
    }

    private List<Heard> purgesOf(String tag) {
        return heard.stream().filter(call -> call.headers.values().stream().anyMatch(values -> values.get(0).contains(tag)))
                .toList();
    }

    /** Creates a category, and returns the cache tag that no other change has. */
    private static String changeCategory() {
        var slug = "p" + UUID.randomUUID();
        Newsroom.ensureCategory(slug, "Presse");
        String id = RestAssured.get("/v1/categories/" + slug).then().statusCode(200).extract().path("id");
        return CacheTag.category(UUID.fromString(id)).toString();
    }

    private EndpointPurger purge(PurgeConfig config) {
        return new EndpointPurger(name, config, log, positions, outbound);
    }

    private PurgeConfig config(String form, Map<String, String> more) {
        return config(form, more, Map.of());
    }

    private PurgeConfig config(String form, Map<String, String> more, Map<String, String> general) {
        var settings = new HashMap<>(general);
        settings.put("depesche.purge.propagation-delay", "PT0.1S");
        settings.put("depesche.purge.poll-interval", "PT0.25S");
        var prefix = "depesche.purge.endpoints." + name + ".";
        settings.putAll(Map.of(prefix + "protocol", form, prefix + "service", "SU1", prefix + "token", "secret", prefix + "url",
                "http://localhost:" + network.getAddress().getPort()));
        more.forEach((setting, value) -> settings.put(prefix + setting, value));
        return settings(settings);
    }

    private static PurgeConfig settings(Map<String, String> settings) {
        return new SmallRyeConfigBuilder().withMapping(PurgeConfig.class).addDefaultInterceptors().addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "test", 100)).build().getConfigMapping(PurgeConfig.class);
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            heard.add(new Heard(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
