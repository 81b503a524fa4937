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

import org.depesche.bench.corpus.Corpus;
import org.depesche.bench.corpus.CorpusCategories;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A data folder with a corpus in it, loaded once through the import API.
 *
 * @param seconds that the service worked on it
 * @param searchable seconds more until search knew all of it
 * @param memory of the service, at most, in MiB
 */
record LoadedCorpus(Path data, int articles, double importSeconds, double indexingSeconds, long maxMemory) {

    private static final String IMPORT = "/v1/editorial/imports?unknownCategory=create";

    /** The folder of an earlier run is taken as it is. */
    static LoadedCorpus of(BenchSettings settings, int articles) {
        var data = settings.folder().resolve("data-" + articles + "-" + Corpus.VERSION);
        try {
            var kept = data.resolve("bench.properties");
            if (!Files.exists(kept)) {
                delete(data);
                var loading = load(settings, data, articles);
                Files.writeString(kept,
                        "seconds=" + loading.importSeconds + "\nsearchable=" + loading.indexingSeconds + "\nmemory="
                                + loading.maxMemory + "\n");
                return loading;
            }
            var figures = new Properties();
            figures.load(Files.newBufferedReader(kept));
            return new LoadedCorpus(data, articles, Double.parseDouble(figures.getProperty("seconds")),
                    Double.parseDouble(figures.getProperty("searchable", "0")),
                    Long.parseLong(figures.getProperty("memory")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long perSecond() {
        return Math.round(articles / importSeconds);
    }

    private static LoadedCorpus load(BenchSettings settings, Path data, int articles) throws IOException {
        var file = writeCorpus(settings, articles);
        try (var service = DepescheProcess.start(settings, data, Map.of())) {
            var http = service.http();
            CorpusCategories.forms().forEach(form -> http.send(http.editorRequest("/v1/editorial/categories"), "POST", form));
            var sent = http.editorRequest(IMPORT).setHeader("Content-Type", "application/x-ndjson")
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofFile(file)).build();
            var address = "/v1/editorial/imports/" + HttpTarget.parse(http.sendOrThrow(sent)).path("id").asText();
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
            return new LoadedCorpus(data, articles, seconds(state, articles), (System.nanoTime() - begin) / 1e9, most);
        } finally {
            Files.delete(file);
        }
    }

    private static boolean isSearchable(HttpTarget http) {
        var end = http.get("/v1/articles?limit=1").headers().firstValue("Depesche-Sequence").orElseThrow();
        return http.isOk("/v1/search?limit=1&q=a&minSequence=" + end);
    }

    /** Packed beforehand, so that making it takes no processor from the import. */
    private static Path writeCorpus(BenchSettings settings, int articles) throws IOException {
        var file = settings.folder().resolve("corpus-" + articles + ".ndjson.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            new Corpus(articles).write(out);
        }
        return file;
    }

    private static JsonNode state(HttpTarget http, String address) {
        return HttpTarget.parse(http.sendOrThrow(http.editorRequest(address).GET().build()));
    }

    private static double seconds(JsonNode state, int articles) {
        if (!state.path("state").asText().equals("finished") || state.path("created").asInt() != articles) {
            throw new IllegalStateException("the corpus was not taken whole: " + state);
        }
        var begin = OffsetDateTime.parse(state.path("startedAt").asText());
        // in whole seconds, and at least one
        return Math.max(1, Duration.between(begin, OffsetDateTime.parse(state.path("finishedAt").asText())).toMillis() / 1e3);
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
