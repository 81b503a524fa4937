package org.depesche.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the packaged service takes from its start to the first good answer, in milliseconds.
 *
 * @param alone with the database of its own, which starts as well
 * @param foreign with a database that is up
 */
record StartUpTimes(long embeddedDatabase, long externalDatabase) {

    static StartUpTimes of(BenchSettings settings, LoadedCorpus corpus) {
        var alone = new ArrayList<Long>();
        var other = new ArrayList<Long>();
        for (var left = settings.rounds(); left > 0; left--) {
            try (var first = DepescheProcess.start(settings, corpus.data(), Map.of())) {
                alone.add(first.startUp().toMillis());
                var foreign = new HashMap<>(first.database().externalSettings());
                foreign.put("DEPESCHE_SEARCH_FOLDER", settings.folder().resolve("second-index").toString());
                try (var second = DepescheProcess.start(settings, corpus.data(), foreign)) {
                    other.add(second.startUp().toMillis());
                }
            }
        }
        return new StartUpTimes(median(alone), median(other));
    }

    /** Runs the service once, as the image's build does, so that Java keeps its classes linked; an older Java keeps nothing. */
    static void createAotCache(BenchSettings settings, LoadedCorpus corpus) throws IOException {
        Files.deleteIfExists(settings.aotCache());
        try (var service = DepescheProcess.start(settings, corpus.data(), Map.of(),
                "-XX:AOTCacheOutput=" + settings.aotCache())) {
            new Cases(service.http(), corpus.articles()).all()
                    .forEach(one -> one.requests().stream().limit(20).forEach(asked -> service.http().get(asked.path())));
        }
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
