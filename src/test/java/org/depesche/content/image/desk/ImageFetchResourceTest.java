package org.depesche.content.image.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.depesche.media.rendition.TestPictures;
import org.depesche.testkit.Callers;
import org.depesche.testkit.TestFolders;
import org.depesche.testkit.UniqueNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Files that the service fetches itself, from a server on loopback that the settings of the tests allow. */
@QuarkusTest
class ImageFetchResourceTest {

    private static final String IMAGES = "/v1/editorial/images";
    private static final byte[] PICTURE = TestPictures.jpeg(300, 200);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        asked.add(path);
        try (exchange) {
            switch (path) {
                case "/moved" -> redirect(exchange, "/b%C3%A4r.jpg");
                case "/loop" -> redirect(exchange, "/loop");
                case "/to-metadata" -> redirect(exchange, "http://169.254.169.254/latest/meta-data/");
                case "/to-file" -> redirect(exchange, "file:///etc/passwd");
                case "/to-nothing" -> exchange.sendResponseHeaders(302, -1);
                case "/missing.jpg" -> exchange.sendResponseHeaders(404, -1);
                case "/page.jpg" -> send(exchange, "<html><body>no picture".getBytes(StandardCharsets.UTF_8));
                case "/slow.jpg" -> pause(exchange);
                case "/broken.jpg" -> breakOff(exchange);
                case "/huge.jpg" -> flood(exchange);
                default -> send(exchange, PICTURE);
            }
        }
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().add("Location", location);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void send(HttpExchange exchange, byte[] content) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
    }

    /** A byte now and then, for longer than the service waits. */
    private static void pause(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try {
            for (var rounds = 0; rounds < 40; rounds++) {
                exchange.getResponseBody().write(1);
                exchange.getResponseBody().flush();
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, PICTURE.length);
        exchange.getResponseBody().write(PICTURE, 0, PICTURE.length / 2);
        throw new IOException("broken off");
    }

    private static void flood(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 200 << 20);
        for (var megabytes = 0; megabytes < 200; megabytes++) {
            exchange.getResponseBody().write(new byte[1 << 20]);
        }
    }

    @Test
    void aFetchedFileIsAnsweredLikeAnUpload() {
        var credit = UniqueNames.of("Agentur");
        var created = fetch(Map.of("file", Map.of("url", url("/moved")), "credit", credit)).statusCode(201)
                .body("width", equalTo(300)).body("mediaType", equalTo("image/jpeg")).body("credit", equalTo(credit))
                .body("file.name", equalTo("bär.jpg")).body("sha256.length()", equalTo(64)).extract();

        assertThat(created.header("Location")).endsWith(IMAGES + "/" + created.path("id"));
        assertThat(Callers.as("editor").get(IMAGES + "/" + created.path("id") + "/file").asByteArray()).isEqualTo(PICTURE);
        assertThat(asked).containsExactly("/moved", "/bär.jpg");
    }

    @Test
    void aRepeatedRequestWithItsKeyFetchesOnce() {
        var key = UniqueNames.of("fetch");
        for (var round = 0; round < 2; round++) {
            Callers.as("admin").header("Idempotency-Key", key).contentType("application/json")
                    .body(Map.of("file", Map.of("url", url("/once.jpg")))).post(IMAGES).then().statusCode(201);
        }
        assertThat(asked).containsExactly("/once.jpg");
    }

    @Test
    void aFetchedFileReplacesAnother() {
        var id = fetch(Map.of("alt", "Worte allein", "credit", UniqueNames.of("Agentur"))).statusCode(201)
                .extract().<String> path("id");
        replace(id, Map.of("url", url("/new.jpg")), null).statusCode(428);
        replace(id, Map.of("url", url("/new.jpg")), "\"stale\"").statusCode(412);
        assertThat(asked).isEmpty();

        replace(id, Map.of("url", url("/new.jpg")), Callers.as("admin").get(IMAGES + "/" + id).header("ETag"))
                .statusCode(200).body("alt", equalTo("Worte allein")).body("file.name", equalTo("new.jpg"));
        replace(id, Map.of("uri", "x"), "*").statusCode(400).body("errors.pointer", containsInAnyOrder("/uri", "/url"));
    }

    @Test
    void whatIsNotPublicIsNeverCalled() {
        for (var address : List.of("http://10.0.0.1/a.jpg", "http://169.254.169.254/latest/meta-data/",
                "http://[fc00::1]/a.jpg",
                "http://2130706433/a.jpg", url("/to-metadata"))) {
            refused(address, 400, "invalid-body").body("errors.pointer", contains("/file/url"));
        }
        for (var address : List.of("ftp://agency.example/a.jpg", "file:///etc/passwd", "http://user@agency.example/a.jpg",
                "x")) {
            refused(address, 400, "invalid-body").body("errors.pointer", contains("/file/url"));
        }
    }

    @Test
    void whatDoesNotComeIsExplained() throws IOException {
        var before = incoming();
        refused(url("/missing.jpg"), 422, "image-not-fetched").body("detail", containsString("404"));
        refused(url("/loop"), 422, "image-not-fetched").body("detail", containsString("redirects"));
        refused(url("/to-file"), 422, "image-not-fetched");
        refused(url("/to-nothing"), 422, "image-not-fetched");
        refused(url("/slow.jpg"), 422, "image-not-fetched").body("detail", containsString("in time"));
        refused(url("/broken.jpg"), 422, "image-not-fetched");
        refused("http://127.0.0.1:9/a.jpg", 422, "image-not-fetched");
        refused("http://nowhere.invalid/a.jpg", 422, "image-not-fetched");
        refused(url("/page.jpg"), 415, "unsupported-media-type");
        refused(url("/huge.jpg"), 413, "too-large");
        await().until(() -> before.containsAll(incoming())); // of other tests a file may just come in
    }

    private static List<String> incoming() throws IOException {
        try (var parts = Files.list(TestFolders.own().resolve("test-media/.incoming"))) {
            return parts.map(part -> part.getFileName().toString()).filter(name -> name.startsWith("incoming-")).toList();
        }
    }

    @Test
    void allErrorsAreReportedAtOnceAndNothingIsFetched() {
        fetch(Map.of("file", Map.of("url", "x", "name", "y"), "alt", 5, "width", 7, "src", "https://a.example/b"))
                .statusCode(400).body("errors.pointer.sort()", contains("/alt", "/file/name", "/file/url", "/src", "/width"));
        fetch(Map.of("file", "x", "alt", "Worte")).statusCode(400).body("errors.pointer", contains("/file"));
        assertThat(asked).isEmpty();
    }

    private ValidatableResponse refused(String address, int status, String type) {
        return fetch(Map.of("file", Map.of("url", address))).statusCode(status).body("type", containsString(type))
                .body("detail", not(containsString("Exception")));
    }

    private static ValidatableResponse fetch(Map<String, Object> body) {
        return Callers.as("admin").contentType("application/json").body(body).post(IMAGES).then();
    }

    private static ValidatableResponse replace(String id, Map<String, Object> body, String ifMatch) {
        var request = Callers.as("admin").contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(IMAGES + "/" + id + "/file").then();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
