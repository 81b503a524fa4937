package org.depesche.bootstrap.openapi;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Writes examples of NDJSON bodies. The scanner would parse an NDJSON text in an annotation as JSON and cut it after the
 * first record. The annotations therefore contain a JSON array, and this class converts it to lines.
 */
final class NdjsonExamples {

    private static final String LINES = "application/x-ndjson";
    private static final ObjectMapper JSON = new ObjectMapper();

    private NdjsonExamples() {
    }

    static void apply(OpenAPI document) {
        document.getPaths().getPathItems().values().stream().flatMap(path -> path.getOperations().values().stream())
                .map(Operation::getRequestBody).filter(Objects::nonNull).map(body -> body.getContent().getMediaType(LINES))
                .filter(Objects::nonNull).flatMap(lines -> lines.getExamples().values().stream())
                .forEach(example -> example.setValue(lines((List<?>) example.getValue())));
    }

    private static String lines(List<?> records) {
        return records.stream().map(NdjsonExamples::line).collect(Collectors.joining());
    }

    private static String line(Object entry) {
        try {
            return JSON.writeValueAsString(entry) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
