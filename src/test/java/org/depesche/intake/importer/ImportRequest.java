package org.depesche.intake.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

import org.depesche.testkit.Callers;
import org.depesche.testkit.FinishedImport;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Sends imports over HTTP, and waits until they end. */
final class ImportRequest {

    static final String PATH = FinishedImport.PATH;

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
        return FinishedImport.await(id);
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
}
