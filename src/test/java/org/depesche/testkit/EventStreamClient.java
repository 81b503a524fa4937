package org.depesche.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A client of server-sent events on a plain socket, so that a test sees each line and the moment of its arrival. */
public final class EventStreamClient implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader reader;
    private final String status;
    private final Map<String, String> headers = new HashMap<>();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();
    private final Thread listening;
    private volatile boolean hasEnded;

    /** An event with data. The default type is {@code message}. */
    public record Event(String id, String type, String data) {
    }

    private EventStreamClient(Socket socket) throws IOException {
        this.socket = socket;
        this.reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.status = String.valueOf(reader.readLine());
        for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            headers.merge(line.split(": ?", 2)[0].toLowerCase(), line.split(": ?", 2)[1],
                    (first, second) -> first + "," + second);
        }
        this.listening = new Thread(this::listen, "events");
        listening.setDaemon(true);
        listening.start();
    }

    public static EventStreamClient open(int port, String path, String... requestHeaders) {
        try {
            var socket = new Socket("localhost", port);
            var head = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
            for (var index = 0; index < requestHeaders.length; index += 2) {
                head.append(requestHeaders[index]).append(": ").append(requestHeaders[index + 1]).append("\r\n");
            }
            socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            return new EventStreamClient(socket);
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    public int status() {
        return Integer.parseInt(status.split(" ")[1]);
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** Waits for the next events, and fails when they do not come. */
    public List<Event> take(int count) {
        return Stream.generate(this::take).limit(count).toList();
    }

    /** Waits for the events up to the one with this text in its data, and fails when they do not come. */
    public List<Event> takeUntil(String text) {
        var all = new ArrayList<Event>();
        do {
            all.add(take());
        } while (!all.get(all.size() - 1).data().contains(text));
        return all;
    }

    private Event take() {
        try {
            var event = events.poll(1, TimeUnit.MINUTES);
            if (event == null) {
                throw new AssertionError("no event within a minute");
            }
            return event;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The events that have come and were not taken. */
    public List<Event> rest() {
        var all = new ArrayList<Event>();
        events.drainTo(all);
        return all;
    }

    /** When each line came, in nanoseconds. */
    public List<Long> arrivals() {
        return List.copyOf(arrivals);
    }

    /** Whether the server ended the response as a whole one. */
    public boolean hasEnded() {
        return hasEnded;
    }

    /** Chunk sizes are lines of hexadecimal digits, which no line of an event looks like. */
    private void listen() {
        var event = new HashMap<String, String>();
        try {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                arrivals.add(System.nanoTime());
                if (line.equals("0")) {
                    hasEnded = true;
                } else if (line.isEmpty()) {
                    dispatch(event);
                } else if (!line.matches("[0-9a-f]+") && !line.startsWith(":")) {
                    event.put(line.split(": ?", 2)[0], line.split(": ?", 2)[1]);
                }
            }
        } catch (IOException closed) {
            // the end
        }
    }

    /** The id stays, as the standard says. */
    private void dispatch(Map<String, String> event) {
        var data = event.remove("data");
        if (data != null) {
            events.add(new Event(String.valueOf(event.get("id")), event.getOrDefault("event", "message"), data));
        }
        event.remove("event");
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
