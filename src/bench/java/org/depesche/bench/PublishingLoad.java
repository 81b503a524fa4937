package org.depesche.bench;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

import org.HdrHistogram.Histogram;

/** One editor who publishes again and again while readers read as much as they can, or at a pace. */
final class PublishingLoad {

    private static final String ARTICLES = "/v1/editorial/articles";

    private final HttpTarget http;
    private final Histogram publishTimes = new Histogram(3);
    private final Histogram visibleTimes = new Histogram(3);
    private String tag = "";

    /**
     * Times in microseconds, from the sending of the request to publish.
     *
     * @param readers how many requests a second were answered meanwhile
     */
    record PublishingResult(double readsPerSecond, long publications, double publish50, double publish99, double visible99,
            long errors) {
    }

    private PublishingLoad(HttpTarget http) {
        this.http = http;
    }

    /** @param isPaced whether readers wait between requests, so that they ask for about 30,000 articles a second */
    static PublishingResult run(BenchSettings settings, HttpTarget http, List<BenchRequest> requests, boolean isPaced) {
        var desk = new PublishingLoad(http);
        var slug = desk.draft();
        var seconds = 4 * settings.seconds();
        desk.publish(slug, "Davor"); // readers may ask for it from now on
        desk.publishTimes.reset();
        desk.visibleTimes.reset();
        var wrk = new Wrk(settings);
        var readers = isPaced ? wrk.startPaced(http.port(), requests, seconds + 1)
                : wrk.start(http.port(), requests, Wrk.CONNECTIONS, seconds + 1);
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        for (var number = 1; System.nanoTime() < end; number++) {
            desk.publish(slug, "Ausgabe " + number);
        }
        var load = readers.join();
        return new PublishingResult(load.perSecond(), desk.publishTimes.getTotalCount(),
                desk.publishTimes.getValueAtPercentile(50) / 1e3,
                desk.publishTimes.getValueAtPercentile(99) / 1e3, desk.visibleTimes.getValueAtPercentile(99) / 1e3,
                load.errors());
    }

    private String draft() {
        var body = Map.of("headline", "Am laufenden Band", "category", "politik", "body", "<p>Gleich mehr.</p>");
        var made = http.send(http.editorRequest(ARTICLES), "POST", body);
        tag = made.headers().firstValue("ETag").orElseThrow();
        return HttpTarget.parse(made).path("slug").asText();
    }

    private void publish(String slug, String headline) {
        var saved = http.send(http.editorRequest(ARTICLES + "/" + slug).header("If-Match", tag), "PATCH",
                Map.of("headline", headline));
        var request = http.editorRequest(ARTICLES + "/" + slug + "/publish")
                .header("If-Match", saved.headers().firstValue("ETag").orElseThrow()).POST(BodyPublishers.ofString("{}"))
                .build();
        var begin = System.nanoTime();
        tag = http.sendOrThrow(request).headers().firstValue("ETag").orElseThrow();
        publishTimes.recordValue(System.nanoTime() - begin);
        while (!shows("/v1/articles/" + slug, "/headline", headline)
                || !shows("/v1/categories/politik/articles", "/items/0/headline", headline)) {
            Thread.onSpinWait();
        }
        visibleTimes.recordValue(System.nanoTime() - begin);
    }

    private boolean shows(String path, String place, String headline) {
        return http.json(path).at(place).asText().equals(headline);
    }
}
