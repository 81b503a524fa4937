package org.depesche.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** {@code mvn -Pbench verify}: everything, one corpus after the other. README.md beside the sources tells what is measured. */
public final class Bench {

    private final Settings settings;
    private final Report report;

    private Bench(Settings settings) {
        this.settings = settings;
        this.report = new Report(settings);
    }

    public static void main(String... arguments) throws IOException {
        var settings = Settings.given();
        Files.createDirectories(settings.folder());
        new Bench(settings).run();
        System.exit(0); // Hyperfoil leaves threads behind
    }

    private void run() throws IOException {
        StartUp.train(settings, Loading.of(settings, settings.articles().get(0)));
        try (var files = StaticServer.started(settings)) {
            for (var articles : settings.articles()) {
                measure(Loading.of(settings, articles), files);
            }
        }
        report.write(settings.folder().resolve(settings.quick() ? "quick.md" : "bench.md"));
    }

    private void measure(Loading corpus, StaticServer files) {
        report.add("%,d articles: imported in %.0f s (%,d a second), searchable %.0f s later, service at most %d MiB",
                corpus.articles(), corpus.seconds(), corpus.perSecond(), corpus.searchable(), corpus.memory());
        var startUp = StartUp.of(settings, corpus);
        report.add("%,d articles: first answer after %d ms on a database that is up, %d ms with its own", corpus.articles(),
                startUp.foreign(), startUp.alone());
        try (var service = Service.started(settings, corpus.data(), Map.of())) {
            memory(corpus, service);
        }
        try (var service = Service.started(settings, corpus.data(), Service.WITH_ROOM)) {
            cached(corpus, new Measurement(settings, service, files));
        }
        if (settings.quick()) {
            return;
        }
        try (var service = Service.started(settings, corpus.data(), Service.WITHOUT_CACHE)) {
            uncached(corpus, new Measurement(settings, service, files));
        }
    }

    private void cached(Loading corpus, Measurement measurement) {
        var http = measurement.service().http();
        var cases = new Cases(http, corpus.articles());
        measure(corpus, measurement, settings.quick() ? cases.all().subList(0, 2) : cases.all(), "cached");
        var unchanged = cases.unchanged();
        report.add(corpus.articles(), measurement.of(unchanged.name(), unchanged.requests()));
        publishing(corpus, http, cases.article().requests());
    }

    /** Of a service that did nothing else before. */
    private void memory(Loading corpus, Service service) {
        var article = new Cases(service.http(), corpus.articles()).article().requests();
        new Wrk(settings).run(service.http().port(), article, Wrk.CONNECTIONS, settings.longRun());
        report.add("%,d articles: %d MiB resident after %d s of full load on articles", corpus.articles(),
                service.server().residentMemory(), settings.longRun());
    }

    private void publishing(Loading corpus, Http http, List<Asked> readings) {
        var outcome = Newsdesk.run(settings, http, readings);
        report.add("%,d articles: %d publications while %,.0f readings a second were answered (%d errors): answered p50 %s ms, "
                + "p99 %s ms; visible in article and list p99 %s ms", corpus.articles(), outcome.publications(),
                outcome.readers(), outcome.errors(), Report.millis(outcome.answered50()), Report.millis(outcome.answered99()),
                Report.millis(outcome.visible99()));
    }

    private void uncached(Loading corpus, Measurement measurement) {
        measure(corpus, measurement, new Cases(measurement.service().http(), corpus.articles()).all(), "uncached");
    }

    private void measure(Loading corpus, Measurement measurement, List<Case> cases, String how) {
        measurement.warmUp(cases);
        cases.forEach(one -> report.add(corpus.articles(), measurement.of(one.name() + ", " + how, one.requests())));
    }
}
