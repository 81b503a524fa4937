package org.depesche.intake.importer;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Supplier;

import org.depesche.testkit.PackagedService;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An import into the packaged service, as an admin sees it. The service may be restarted between two calls. */
final class PackagedImport {

    static final String KEY = "packaged-import-admin-key-0123456789";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String id;

    private PackagedImport(PackagedService service, Supplier<InputStream> records) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.address(ImportRequest.PATH + "?unknownCategory=create"))
                .header("Authorization", "Bearer " + KEY).header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofInputStream(records)).build();
        this.id = JSON.readTree(client.send(request, BodyHandlers.ofString()).body()).path("id").asText();
    }

    static PackagedImport sent(PackagedService service, Supplier<InputStream> records)
            throws IOException, InterruptedException {
        return new PackagedImport(service, records);
    }

    JsonNode view(PackagedService service) {
        try {
            var request = HttpRequest.newBuilder(service.address(ImportRequest.PATH + "/" + id))
                    .header("Authorization", "Bearer " + KEY).build();
            return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(service.output(), e);
        }
    }

    boolean isOver(PackagedService service) {
        return !view(service).path("state").asText().equals("running");
    }
}
