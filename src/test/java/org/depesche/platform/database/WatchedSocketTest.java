package org.depesche.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;

class WatchedSocketTest {

    @Test
    void aReadThatWaitsForAServerCanBeEnded() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var socket = connect(server)) {
            var read = CompletableFuture.supplyAsync(() -> read(socket));

            await().untilAsserted(() -> {
                WatchedSocket.closeThoseReadingLongerThan(Duration.ZERO);
                assertThat(read).isDone();
            });

            assertThatThrownBy(read::get).isInstanceOf(ExecutionException.class);
            assertThat(socket.isClosed()).isTrue();
        }
    }

    @Test
    void othersStayOpen() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var socket = connect(server)) {
            WatchedSocket.closeThoseReadingLongerThan(Duration.ofDays(1));

            assertThat(socket.isClosed()).isFalse();
        }
    }

    private static Socket connect(ServerSocket server) throws IOException {
        var socket = new WatchedSocketFactory().createSocket();
        socket.connect(server.getLocalSocketAddress(), 5_000);
        return socket;
    }

    private static int read(Socket socket) {
        try {
            return socket.getInputStream().read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
