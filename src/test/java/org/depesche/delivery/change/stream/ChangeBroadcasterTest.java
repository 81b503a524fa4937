package org.depesche.delivery.change.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.depesche.delivery.change.ChangeFilter;
import org.depesche.delivery.change.ChangeLog;
import org.depesche.delivery.change.ChangeLogGrew;
import org.depesche.delivery.change.UnreachableChangeLog;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.worker.Workers;
import org.depesche.testkit.EventStreamClient;
import org.depesche.testkit.Newsroom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ChangeBroadcasterTest {

    private final ChangeLog log;
    private final EventFormat format;
    private final AbsoluteUrls urls;
    private final Workers workers;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private ChangeBroadcaster broadcaster;
    private StreamServer server;

    ChangeBroadcasterTest(ChangeLog log, EventFormat format, AbsoluteUrls urls, Workers workers) {
        this.log = log;
        this.format = format;
        this.urls = urls;
        this.workers = workers;
    }

    private void start(Map<String, String> settings, long position) {
        start(log, settings, position);
    }

    private void start(ChangeLog source, Map<String, String> settings, long position) {
        broadcaster = new ChangeBroadcaster(source, format, urls, StreamServer.config(settings), workers, metrics);
        broadcaster.start(new StartupEvent());
        server = new StreamServer(exchange -> {
            broadcaster.reserve(exchange);
            broadcaster.add(exchange, new ChangeFilter(Set.of(), ""), position, Duration.ofSeconds(1));
        });
    }

    @AfterEach
    void stop() {
        broadcaster.stop(new ShutdownEvent());
        server.close();
    }

    /** With the heartbeat of ten seconds that is the default, some twenty lines would come in that time. */
    @Test
    void aSilentStreamShowsThatItLives() {
        start(Map.of("depesche.changes.stream.heartbeat", "PT0.1S"), log.lastSequence());
        try (var stream = open()) {
            await().atMost(Duration.ofSeconds(45)).until(() -> stream.arrivals().size() > 40);
        }
    }

    /** The opening has fewer lines. */
    @Test
    void aStreamLivesWhileTheLogCannotBeRead() {
        start(UnreachableChangeLog.endingAt(7), Map.of("depesche.changes.stream.heartbeat", "PT0.1S"), 7);
        try (var stream = open()) {
            await().atMost(Duration.ofSeconds(45)).until(() -> stream.arrivals().size() > 10);
        }
    }

    @Test
    void oneListenerTooManyIsAskedToComeAgain() {
        start(Map.of("depesche.changes.stream.max-listeners", "2"), log.lastSequence());
        try (var first = open(); var second = open(); var third = open()) {
            assertThat(List.of(first.status(), second.status())).containsOnly(200);
            assertThat(third.status()).isEqualTo(503);
            assertThat(third.headers()).containsEntry("retry-after", "2");
            assertThat(metrics.get("depesche.changes.listeners").gauge().value()).isEqualTo(2);
        }
        await().untilAsserted(() -> assertThat(metrics.get("depesche.changes.listeners").gauge().value()).isZero());
        try (var next = open()) {
            assertThat(next.status()).isEqualTo(200);
        }
    }

    @Test
    void theStreamsEndWhenTheServiceStops() {
        start(Map.of(), log.lastSequence());
        try (var stream = open()) {
            broadcaster.release(new ShutdownDelayInitiatedEvent());

            await().until(stream::hasEnded);
            try (var late = open()) {
                assertThat(late.status()).isEqualTo(503);
            }
        }
    }

    @Test
    void aListenerThatDoesNotReadDelaysNobody() throws IOException {
        start(Map.of("depesche.changes.stream.max-unsent-bytes", "4096", "depesche.changes.stream.stall-timeout", "PT1S",
                "depesche.changes.stream.heartbeat", "PT0.4S", "depesche.changes.stream.window", "10"), 0);
        IntStream.range(0, 59).forEach(number -> change());
        var last = change();
        var idle = connectWithoutReading();
        try (var reading = open()) {
            assertThat(reading.takeUntil(last)).hasSizeGreaterThanOrEqualTo(60);
            var next = change();
            broadcaster.onChangeLogGrew(new ChangeLogGrew(log.lastSequence()));

            assertThat(reading.takeUntil(next)).isNotEmpty();
        } finally {
            idle.close();
        }
    }

    private EventStreamClient open() {
        return EventStreamClient.open(server.port(), "/");
    }

    private Socket connectWithoutReading() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(1_024);
        socket.connect(new InetSocketAddress("localhost", server.port()));
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** Creates a category, and returns its slug. */
    private static String change() {
        var slug = "s" + UUID.randomUUID();
        Newsroom.ensureCategory(slug, "Strom");
        return slug;
    }
}
