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

/** Sends imports over HTTP, and waits until they end. */
final class ImportRequest {

    static final String PATH = "/v1/editorial/imports";

    private final RequestSpecification request;

    private ImportRequest(byte[] body) {
        this.request = Callers.as("admin").contentType("application/x-ndjson").body(body);
    }

    static ImportRequest of(byte[] body) {
        return new ImportRequest(body);
    }

    static ImportRequest of(String... lines) {
        return new ImportRequest(String.join("\n", lines).getBytes(UTF_8));
    }

    ImportRequest with(String parameter, Object value) {
        request.queryParam(parameter, value);
        return this;
    }

    ImportRequest header(String name, String value) {
        request.header(name, value);
        return this;
    }

    ValidatableResponse send() {
        return request.post(PATH).then();
    }

    static FinishedImport sendAndAwait(ImportRequest upload) {
        var id = upload.send().statusCode(202).extract().<String> path("id");
        return awaitEnd(id);
    }

    static FinishedImport awaitEnd(String id) {
        await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(20))
                .until(() -> !List.of("running", "receiving").contains(read(id).getString("state")));
        return new FinishedImport(id, read(id));
    }

    static JsonPath read(String id) {
        return Callers.as("admin").get(PATH + "/" + id).then().statusCode(200).extract().jsonPath();
    }

    static byte[] gzip(byte[] body) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    record FinishedImport(String id, JsonPath view) {

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
