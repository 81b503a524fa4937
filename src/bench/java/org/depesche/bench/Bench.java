package org.depesche.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** {@code mvn -Pbench verify}: everything, one corpus after the other. README.md beside the sources tells what is measured. */
public final class Bench {

    /** Each asks again as soon as it has its answer. */
    private static final int MANY_CLIENTS = 16;

    private final BenchSettings settings;
    private final Report report;

    private Bench(BenchSettings settings) {
        this.settings = settings;
        this.report = new Report(settings);
    }

    public static void main(String... arguments) throws IOException {
        var settings = BenchSettings.fromSystemProperties();
        Files.createDirectories(settings.folder());
        new Bench(settings).run();
        System.exit(0); // Hyperfoil leaves threads behind
    }

    private void run() throws IOException {
        StartUpTimes.createAotCache(settings, LoadedCorpus.of(settings, settings.articles().get(0)));
        try (var files = StaticServer.start(settings)) {
            for (var articles : settings.articles()) {
                measure(LoadedCorpus.of(settings, articles), files);
            }
        }
        report.write(settings.folder().resolve(settings.quick() ? "quick.md" : "bench.md"));
    }

    private void measure(LoadedCorpus corpus, StaticServer files) throws IOException {
        report.add("%,d articles: imported in %.0f s (%,d a second), searchable %.0f s later, service at most %d MiB",
                corpus.articles(), corpus.importSeconds(), corpus.perSecond(), corpus.indexingSeconds(), corpus.maxMemory());
        var startUp = StartUpTimes.of(settings, corpus);
        report.add("%,d articles: first answer after %d ms on a database that is up, %d ms with its own", corpus.articles(),
                startUp.externalDatabase(), startUp.embeddedDatabase());
        try (var service = DepescheProcess.start(settings, corpus.data(), Map.of())) {
            measureMemory(corpus, service);
        }
        if (settings.cached()) {
            try (var service = DepescheProcess.start(settings, corpus.data(), DepescheProcess.LARGE_CACHE)) {
                measureCached(corpus, new Measurement(settings, service, files));
            }
        }
        if (settings.quick()) {
            return;
        }
        try (var service = DepescheProcess.start(settings, corpus.data(), DepescheProcess.NO_CACHE)) {
            measureUncached(corpus, new Measurement(settings, service, files));
        }
    }

    private void measureCached(LoadedCorpus corpus, Measurement measurement) {
        var http = measurement.service().http();
        var cases = new Cases(http, corpus.articles());
        measure(corpus, measurement, settings.quick() ? cases.all().subList(0, 2) : cases.all(), "cached");
        var unchanged = cases.unchanged();
        report.add(corpus.articles(), measurement.of(unchanged.name(), unchanged.requests()));
        measurePublishing(corpus, http, cases.article().requests(), false);
        measurePublishing(corpus, http, cases.article().requests(), true);
        measureStreams(corpus, measurement.service());
    }

    private void measureStreams(LoadedCorpus corpus, DepescheProcess service) {
        try {
            var before = service.server().residentMemory();
            var outcome = StreamLoad.run(service.http(), settings.quick() ? 50 : 2_000, settings.quick() ? 2 : 50);
            report.add("%,d articles: %,d listeners of the change stream, %d publications: delivered p50 %.0f ms, p99 %.0f ms,"
                    + " at most %.0f ms; %d MiB resident, %d MiB before", corpus.articles(), outcome.listeners(),
                    outcome.publications(), outcome.p50(), outcome.p99(), outcome.max(), service.server().residentMemory(),
                    before);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a service that did nothing else before. */
    private void measureMemory(LoadedCorpus corpus, DepescheProcess service) {
        var article = new Cases(service.http(), corpus.articles()).article().requests();
        new Wrk(settings).run(service.http().port(), article, Wrk.CONNECTIONS, settings.longRunSeconds());
        report.add("%,d articles: %d MiB resident after %d s of full load on articles", corpus.articles(),
                service.server().residentMemory(), settings.longRunSeconds());
    }

    private void measurePublishing(LoadedCorpus corpus, HttpTarget http, List<BenchRequest> readings, boolean isPaced) {
        var outcome = PublishingLoad.run(settings, http, readings, isPaced);
        report.add("%,d articles: %d publications while %,.0f readings a second were answered (%d errors): answered p50 %s ms, "
                + "p99 %s ms; visible in article and list p99 %s ms", corpus.articles(), outcome.publications(),
                outcome.readsPerSecond(), outcome.errors(), Report.millis(outcome.publish50()),
                Report.millis(outcome.publish99()),
                Report.millis(outcome.visible99()));
    }

    private void measureUncached(LoadedCorpus corpus, Measurement measurement) {
        var http = measurement.service().http();
        var cases = new Cases(http, corpus.articles());
        measure(corpus, measurement, cases.all(), "uncached");
        for (var one : List.of(cases.search(), cases.suggest())) {
            var load = new Wrk(settings).run(http.port(), one.requests(), MANY_CLIENTS, 4 * settings.seconds());
            report.add("%,d articles: %d clients that only %s, uncached: %,.0f a second, p50 %s ms, p99 %s ms, %d errors",
                    corpus.articles(), MANY_CLIENTS, one.name(), load.perSecond(), Report.millis(load.median()),
                    Report.millis(load.p99()), load.errors());
        }
    }

    private void measure(LoadedCorpus corpus, Measurement measurement, List<Cases.Case> cases, String how) {
        measurement.warmUp(cases);
        cases.forEach(one -> report.add(corpus.articles(), measurement.of(one.name() + ", " + how, one.requests())));
    }
}
