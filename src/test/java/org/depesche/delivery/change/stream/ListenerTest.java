package org.depesche.delivery.change.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

import org.depesche.delivery.change.ChangeEntry;
import org.depesche.delivery.change.ChangeFilter;
import org.depesche.delivery.change.ChangeLog;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

class ListenerTest {

    private static final int MAX_UNSENT = 64 * 1024;
    private static final int ENTRIES = 100_000;

    private final EventFormat format = new EventFormat(new ObjectMapper().registerModule(new JavaTimeModule()));

    @Test
    void whatAClientDoesNotReadIsBoundedAndItsConnectionIsClosed() throws Exception {
        var connected = new AtomicReference<Listener>();
        var drained = new AtomicInteger();
        var unsent = new UnsentBytes(StreamServer.config(Map.of("depesche.changes.stream.max-unsent-bytes", "" + MAX_UNSENT)),
                drained::incrementAndGet);
        try (var server = new StreamServer(exchange -> connected.set(new Listener(exchange, new ChangeFilter(Set.of(), ""), 0,
                unsent))); var client = new Socket()) {
            client.setReceiveBufferSize(1_024);
            client.connect(new InetSocketAddress("localhost", server.port()));
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            await().until(() -> connected.get() != null);
            var listener = connected.get();

            // the buffers of the operating system take some megabytes first
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                    .until(() -> !offer(listener) && listener.isStalled(Duration.ofMillis(300).toNanos()));

            assertThat(listener.position()).isBetween(1L, ENTRIES - 1L); // the rest stays in the log, not in memory
            assertThat(listener.capacity()).isBetween(-20_000L, 0L);
            var before = drained.get();
            readUntil(() -> offer(listener), client);
            assertThat(drained.get()).isGreaterThan(before);
            listener.close();
            assertThat(ends(client)).isTrue();
        }
    }

    private static void readUntil(BooleanSupplier isDone, Socket client) throws IOException {
        client.setSoTimeout(120_000);
        while (!isDone.getAsBoolean()) {
            assertThat(client.getInputStream().read(new byte[65_536])).isPositive();
        }
    }

    /** What is on its way may be lost, so the end may be a reset. */
    private static boolean ends(Socket client) throws IOException {
        try {
            var bytes = new byte[65_536];
            while (client.getInputStream().read(bytes) >= 0) {
                // more
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private boolean offer(Listener listener) {
        return new Delivery(positions(listener.position()), format).to(listener);
    }

    private static List<ChangeLog.Position> positions(long after) {
        return LongStream.rangeClosed(after + 1, Math.min(after + 100, ENTRIES)).mapToObj(
                sequence -> new ChangeLog.Position(sequence, new ChangeEntry(sequence, "article.updated", Instant.EPOCH,
                        new UUID(0, sequence), "x".repeat(1_000), null, List.of(), null, null, null, null, null, List.of(),
                        null, List.of())))
                .toList();
    }
}
