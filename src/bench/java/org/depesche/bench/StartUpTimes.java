package org.depesche.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the packaged service takes from its start to the first good answer, in milliseconds; medians.
 *
 * @param embeddedDatabase with the database of its own, which starts as well
 * @param externalDatabase with a database that is up: that of another node, which has nothing to do. It has a copy of the other
 *        node's index, as a node that starts again has its own.
 */
record StartUpTimes(long embeddedDatabase, long externalDatabase) {

    static StartUpTimes of(BenchSettings settings, LoadedCorpus corpus) throws IOException {
        var embedded = new ArrayList<Long>();
        var external = new ArrayList<Long>();
        var index = settings.folder().resolve("second-index");
        copyIndex(corpus.data().resolve("index"), index);
        for (var left = settings.rounds(); left > 0; left--) {
            try (var first = DepescheProcess.start(settings, corpus.data(), Map.of())) {
                embedded.add(first.startUp().toMillis());
                first.awaitIdle();
                var settingsOfSecond = new HashMap<>(first.database().externalSettings());
                settingsOfSecond.put("DEPESCHE_SEARCH_FOLDER", index.toString());
                try (var second = DepescheProcess.start(settings, corpus.data(), settingsOfSecond)) {
                    external.add(second.startUp().toMillis());
                }
            }
        }
        return new StartUpTimes(median(embedded), median(external));
    }

    /** The files of a node that does not run, without its locks. */
    private static void copyIndex(Path from, Path to) throws IOException {
        LoadedCorpus.delete(to);
        try (var files = Files.walk(from)) {
            for (var file : files.filter(path -> !path.endsWith("lock") && !path.endsWith("write.lock")).toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
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
