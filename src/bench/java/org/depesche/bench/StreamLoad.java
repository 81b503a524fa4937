package org.depesche.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Many listeners of the change stream and one editor who publishes. It also measures a service that runs already:
 * {@code java … org.depesche.bench.StreamLoad PORT KEY LISTENERS PUBLICATIONS}.
 */
final class StreamLoad implements AutoCloseable {

    private static final String ARTICLES = "/v1/editorial/articles";
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final HttpTarget http;
    private final int listeners;
    private final Selector selector;
    private final List<SocketChannel> channels = new ArrayList<>();
    /** When each entry of the log came to a listener, in nanoseconds. */
    private final Map<String, ConcurrentLinkedQueue<Long>> arrivals = new ConcurrentHashMap<>();
    private volatile boolean isClosed;

    /** Times in milliseconds, from the sending of the request to publish to the arrival at a listener. */
    record StreamResult(int listeners, int publications, double p50, double p99, double max) {
    }

    private StreamLoad(HttpTarget http, int listeners) throws IOException {
        this.http = http;
        this.listeners = listeners;
        this.selector = Selector.open();
    }

    public static void main(String... arguments) throws Exception {
        var http = new HttpTarget(Integer.parseInt(arguments[0]), arguments[1]);
        System.out.println(run(http, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3])));
    }

    static StreamResult run(HttpTarget http, int listeners, int publications) throws IOException, InterruptedException {
        try (var load = new StreamLoad(http, listeners)) {
            load.connect();
            var reading = new Thread(load::read, "listeners");
            reading.setDaemon(true);
            reading.start();
            return load.measure(publications);
        }
    }

    private void connect() throws IOException {
        var request = "GET /v1/changes/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        for (var number = 0; number < listeners; number++) {
            var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", http.port()));
            channels.add(channel);
            channel.write(ByteBuffer.wrap(request));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Received());
        }
    }

    private void read() {
        var buffer = ByteBuffer.allocateDirect(65_536);
        try {
            while (!isClosed) {
                selector.select(100);
                for (var key : selector.selectedKeys()) {
                    read((SocketChannel) key.channel(), (Received) key.attachment(), buffer);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException | ClosedSelectorException closed) {
            isClosed = true;
        }
    }

    private void read(SocketChannel channel, Received received, ByteBuffer buffer) throws IOException {
        buffer.clear();
        if (channel.read(buffer) < 0) {
            channel.close();
            return;
        }
        var now = System.nanoTime();
        received.lines(StandardCharsets.UTF_8.decode(buffer.flip())).forEach(line -> {
            if (line.startsWith("id:")) {
                received.id = line.substring(3).strip();
            } else if (line.startsWith("data:")) {
                arrivals.computeIfAbsent(received.id, id -> new ConcurrentLinkedQueue<>()).add(now);
            }
        });
    }

    /** What came to one listener and is no whole line yet, and the id of the event that is coming. */
    private static final class Received {

        private String rest = "";
        private String id = "";

        List<String> lines(CharSequence more) {
            var parts = (rest + more).split("\n", -1);
            rest = parts[parts.length - 1];
            return List.of(parts).subList(0, parts.length - 1);
        }
    }

    private StreamResult measure(int publications) throws InterruptedException {
        var made = http.send(http.editorRequest(ARTICLES), "POST",
                Map.of("headline", "An alle", "category", "politik", "body", "<p>Gleich mehr.</p>"));
        var path = ARTICLES + "/" + HttpTarget.parse(made).path("slug").asText();
        var tag = made.headers().firstValue("ETag").orElseThrow();
        var times = new ArrayList<Long>();
        for (var number = 0; number <= publications; number++) {
            var saved = http.send(http.editorRequest(path).header("If-Match", tag), "PATCH",
                    Map.of("headline", "An alle " + number));
            var request = http.editorRequest(path + "/publish")
                    .header("If-Match", saved.headers().firstValue("ETag").orElseThrow())
                    .POST(BodyPublishers.ofString("{}")).build();
            var begin = System.nanoTime();
            var published = http.sendOrThrow(request).headers();
            tag = published.firstValue("ETag").orElseThrow();
            var came = await(published.firstValue("Depesche-Sequence").orElseThrow());
            if (number > 0) { // the first one warms up, and waits for those who are not connected yet
                came.forEach(time -> times.add(time - begin));
            }
        }
        times.sort(null);
        return new StreamResult(listeners, publications, millis(times, 0.5), millis(times, 0.99), millis(times, 1));
    }

    private List<Long> await(String entry) throws InterruptedException {
        for (var end = System.nanoTime() + PATIENCE_NANOS; System.nanoTime() < end; Thread.sleep(1)) {
            var came = arrivals.get(entry);
            if (came != null && came.size() >= listeners) {
                return List.copyOf(came);
            }
        }
        throw new IllegalStateException("Entry " + entry + " came to "
                + (arrivals.containsKey(entry) ? arrivals.get(entry).size() : 0) + " of " + listeners + " listeners");
    }

    private static double millis(List<Long> times, double part) {
        return times.get((int) Math.min(times.size() - 1L, Math.round(part * times.size()))) / 1e6;
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        for (var channel : channels) {
            channel.close();
        }
        selector.close();
    }
}
