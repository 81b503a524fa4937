package org.depesche.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A data folder with a corpus in it, loaded once through the import API.
 *
 * @param seconds that the service worked on it
 * @param searchable seconds more until search knew all of it
 * @param memory of the service, at most, in MiB
 */
record Loading(Path data, int articles, double seconds, double searchable, long memory) {

    private static final String IMPORT = "/v1/editorial/imports?unknownCategory=create";

    /** The folder of an earlier run is taken as it is. */
    static Loading of(Settings settings, int articles) {
        var data = settings.folder().resolve("data-" + articles + "-" + Corpus.FORM);
        try {
            var kept = data.resolve("bench.properties");
            if (!Files.exists(kept)) {
                delete(data);
                var loading = load(settings, data, articles);
                Files.writeString(kept, "seconds=" + loading.seconds + "\nsearchable=" + loading.searchable + "\nmemory="
                        + loading.memory + "\n");
                return loading;
            }
            var figures = new Properties();
            figures.load(Files.newBufferedReader(kept));
            return new Loading(data, articles, Double.parseDouble(figures.getProperty("seconds")),
                    Double.parseDouble(figures.getProperty("searchable", "0")),
                    Long.parseLong(figures.getProperty("memory")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long perSecond() {
        return Math.round(articles / seconds);
    }

    private static Loading load(Settings settings, Path data, int articles) throws IOException {
        var file = written(settings, articles);
        try (var service = Service.started(settings, data, Map.of())) {
            var http = service.http();
            Sections.forms().forEach(form -> http.send(http.asEditor("/v1/editorial/categories"), "POST", form));
            var sent = http.asEditor(IMPORT).setHeader("Content-Type", "application/x-ndjson")
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofFile(file)).build();
            var address = "/v1/editorial/imports/" + Http.read(http.answered(sent)).path("id").asText();
            var most = 0L;
            var state = state(http, address);
            while (state.path("state").asText().matches("running|receiving")) {
                most = Math.max(most, service.server().residentMemory());
                pause();
                state = state(http, address);
            }
            var begin = System.nanoTime();
            while (!isSearchable(http)) {
                most = Math.max(most, service.server().residentMemory());
                pause();
            }
            return new Loading(data, articles, seconds(state, articles), (System.nanoTime() - begin) / 1e9, most);
        } finally {
            Files.delete(file);
        }
    }

    private static boolean isSearchable(Http http) {
        var end = http.get("/v1/articles?limit=1").headers().firstValue("Depesche-Sequence").orElseThrow();
        return http.has("/v1/search?limit=1&q=a&minSequence=" + end);
    }

    /** Packed beforehand, so that making it takes no processor from the import. */
    private static Path written(Settings settings, int articles) throws IOException {
        var file = settings.folder().resolve("corpus-" + articles + ".ndjson.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            new Corpus(articles).write(out);
        }
        return file;
    }

    private static JsonNode state(Http http, String address) {
        return Http.read(http.answered(http.asEditor(address).GET().build()));
    }

    private static double seconds(JsonNode state, int articles) {
        if (!state.path("state").asText().equals("finished") || state.path("created").asInt() != articles) {
            throw new IllegalStateException("the corpus was not taken whole: " + state);
        }
        var begin = OffsetDateTime.parse(state.path("startedAt").asText());
        // in whole seconds; one is the least that can be told
        return Math.max(1, Duration.between(begin, OffsetDateTime.parse(state.path("finishedAt").asText())).toMillis() / 1e3);
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
