package org.depesche.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Requests to one service, with one key or none. */
record Wire(URI service, String key) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();
    private static final Pattern VERSION = Pattern.compile("\"[A-Za-z0-9_-]{22}-(\\d+)\"");

    record Answer(int status, String tag, JsonNode body, HttpResponse<String> whole) {

        long version() {
            var found = VERSION.matcher(tag);
            if (!found.matches()) {
                throw new AssertionError("no version in the ETag " + tag + " of " + this);
            }
            return Long.parseLong(found.group(1));
        }

        Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError(expected + " expected: " + this);
            }
            return this;
        }

        @Override
        public String toString() {
            return whole.request().method() + " " + whole.uri() + " " + whole.request().headers().map().get("If-Match") + " -> "
                    + status + " " + tag + " " + whole.body();
        }
    }

    Answer get(String path) {
        return send("GET", path, Map.of(), "");
    }

    Answer post(String path, Object body) {
        return send("POST", path, Map.of("Content-Type", "application/json"), text(body));
    }

    /** @param body an empty text sends none */
    Answer change(String method, String path, String ifMatch, Object body) {
        var text = body instanceof String sent ? sent : text(body);
        return send(method, path, text.isEmpty() ? Map.of("If-Match", ifMatch)
                : Map.of("If-Match", ifMatch, "Content-Type", "application/json"), text);
    }

    Answer send(String method, String path, Map<String, String> headers, String body) {
        var address = path.startsWith("http") ? URI.create(path) : service.resolve(path);
        var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).method(method,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers().firstValue("ETag").orElse(""), json(answer.body()), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The items of all pages. */
    List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        for (var next = path; !next.isEmpty();) {
            var page = get(next).expect(200).body();
            page.path("items").forEach(items::add);
            next = page.path("items").isEmpty() ? "" : page.path("page").path("next").asText();
        }
        return items;
    }

    static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
