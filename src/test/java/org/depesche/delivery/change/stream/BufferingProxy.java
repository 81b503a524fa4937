package org.depesche.delivery.change.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes responses on as nginx does: in blocks of 16 KiB, unless the response has {@code X-Accel-Buffering: no}. It ends a
 * response that brings nothing for a while.
 */
final class BufferingProxy implements AutoCloseable {

    private static final int BLOCK = 16 * 1024;

    private final ServerSocket listener;
    private final int target;
    private final Duration idle;
    private final AtomicInteger cut = new AtomicInteger();

    BufferingProxy(int target, Duration idle) {
        this.target = target;
        this.idle = idle;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many responses were ended because they were silent. */
    int cut() {
        return cut.get();
    }

    @Override
    public void close() {
        close(listener);
    }

    private void accept() {
        try {
            while (true) {
                var caller = listener.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                server.setSoTimeout(Math.toIntExact(idle.toMillis()));
                daemon(() -> pass(caller, server, false));
                daemon(() -> pass(server, caller, true));
            }
        } catch (IOException closed) {
            // the end
        }
    }

    private void pass(Socket from, Socket to, boolean isResponse) {
        try (from; to) {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            var head = isResponse ? head(in) : "";
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            var block = isResponse && !head.toLowerCase().contains("x-accel-buffering: no") ? BLOCK : 1;
            var held = new ByteArrayOutputStream();
            var bytes = new byte[BLOCK];
            for (var count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                held.write(bytes, 0, count);
                if (held.size() >= block) {
                    held.writeTo(out);
                    held.reset();
                }
            }
            held.writeTo(out);
        } catch (SocketTimeoutException silent) {
            cut.incrementAndGet();
        } catch (IOException gone) {
            // both ends are closed
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (var next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            // closed already
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "buffering-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
