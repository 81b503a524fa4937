package org.depesche.lifecycle;

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
record ApiClient(URI service, String key) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();
    private static final Pattern VERSION = Pattern.compile("\"[A-Za-z0-9_-]{22}-(\\d+)\"");

    record ApiResponse(int status, String etag, JsonNode body, HttpResponse<String> response) {

        long version() {
            var found = VERSION.matcher(etag);
            if (!found.matches()) {
                throw new AssertionError("no version in the ETag " + etag + " of " + this);
            }
            return Long.parseLong(found.group(1));
        }

        ApiResponse expectStatus(int expected) {
            if (status != expected) {
                throw new AssertionError(expected + " expected: " + this);
            }
            return this;
        }

        @Override
        public String toString() {
            return response.request().method() + " " + response.uri() + " " + response.request().headers().map().get("If-Match")
                    + " -> "
                    + status + " " + etag + " " + response.body();
        }
    }

    ApiResponse get(String path) {
        return send("GET", path, Map.of(), "");
    }

    ApiResponse post(String path, Object body) {
        return send("POST", path, Map.of("Content-Type", "application/json"), toJson(body));
    }

    /** @param body an empty text sends none */
    ApiResponse sendIfMatch(String method, String path, String ifMatch, Object body) {
        var text = body instanceof String sent ? sent : toJson(body);
        return send(method, path, text.isEmpty() ? Map.of("If-Match", ifMatch)
                : Map.of("If-Match", ifMatch, "Content-Type", "application/json"), text);
    }

    ApiResponse send(String method, String path, Map<String, String> headers, String body) {
        var address = path.startsWith("http") ? URI.create(path) : service.resolve(path);
        var request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(2)).method(method,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new ApiResponse(answer.statusCode(), answer.headers().firstValue("ETag").orElse(""), parse(answer.body()),
                    answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The items of all pages. */
    List<JsonNode> allItems(String path) {
        var items = new ArrayList<JsonNode>();
        for (var next = path; !next.isEmpty();) {
            var page = get(next).expectStatus(200).body();
            page.path("items").forEach(items::add);
            next = page.path("items").isEmpty() ? "" : page.path("page").path("next").asText();
        }
        return items;
    }

    static String toJson(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
