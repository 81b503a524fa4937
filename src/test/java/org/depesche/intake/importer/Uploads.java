package org.depesche.intake.importer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.depesche.testkit.Callers;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Sends imports over HTTP and waits for their end. */
final class Uploads {

    static final String PATH = "/v1/editorial/imports";

    private final RequestSpecification request;

    private Uploads(byte[] body) {
        this.request = Callers.as("admin").contentType("application/x-ndjson").body(body);
    }

    static Uploads of(byte[] body) {
        return new Uploads(body);
    }

    static Uploads of(String... lines) {
        return new Uploads(String.join("\n", lines).getBytes(UTF_8));
    }

    Uploads with(String parameter, Object value) {
        request.queryParam(parameter, value);
        return this;
    }

    Uploads header(String name, String value) {
        request.header(name, value);
        return this;
    }

    ValidatableResponse sent() {
        return request.post(PATH).then();
    }

    static Ended finished(Uploads upload) {
        var id = upload.sent().statusCode(202).extract().<String> path("id");
        return ended(id);
    }

    static Ended ended(String id) {
        await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(50))
                .until(() -> !List.of("running", "receiving").contains(read(id).getString("state")));
        return new Ended(id, read(id));
    }

    static JsonPath read(String id) {
        return Callers.as("admin").get(PATH + "/" + id).then().statusCode(200).extract().jsonPath();
    }

    static byte[] packed(byte[] body) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    record Ended(String id, JsonPath view) {

        long count(String name) {
            return view.getLong(name);
        }

        String state() {
            return view.getString("state");
        }

        List<Map<String, Object>> rejections() {
            return Callers.as("admin").queryParam("limit", 100).get(PATH + "/" + id + "/rejections").then().statusCode(200)
                    .extract()
                    .jsonPath().getList("items");
        }
    }
}
