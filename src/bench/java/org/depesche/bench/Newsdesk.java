package org.depesche.bench;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

import org.HdrHistogram.Histogram;

/** One editor who publishes again and again while readers read as much as they can. */
final class Newsdesk {

    private static final String ARTICLES = "/v1/editorial/articles";

    private final Http http;
    private final Histogram answered = new Histogram(3);
    private final Histogram visible = new Histogram(3);
    private String tag = "";

    /**
     * Times in microseconds, from the sending of the request to publish.
     *
     * @param readers how many requests a second were answered meanwhile
     */
    record Outcome(double readers, long publications, double answered50, double answered99, double visible99, long errors) {
    }

    private Newsdesk(Http http) {
        this.http = http;
    }

    static Outcome run(Settings settings, Http http, List<Asked> requests) {
        var desk = new Newsdesk(http);
        var slug = desk.draft();
        var seconds = 4 * settings.seconds();
        desk.publish(slug, "Davor"); // readers may ask for it from now on
        desk.answered.reset();
        desk.visible.reset();
        var readers = new Wrk(settings).begun(http.port(), requests, Wrk.CONNECTIONS, seconds + 1);
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        for (var number = 1; System.nanoTime() < end; number++) {
            desk.publish(slug, "Ausgabe " + number);
        }
        var load = readers.join();
        return new Outcome(load.perSecond(), desk.answered.getTotalCount(), desk.answered.getValueAtPercentile(50) / 1e3,
                desk.answered.getValueAtPercentile(99) / 1e3, desk.visible.getValueAtPercentile(99) / 1e3, load.errors());
    }

    private String draft() {
        var body = Map.of("headline", "Am laufenden Band", "category", "politik", "body", "<p>Gleich mehr.</p>");
        var made = http.send(http.asEditor(ARTICLES), "POST", body);
        tag = made.headers().firstValue("ETag").orElseThrow();
        return Http.read(made).path("slug").asText();
    }

    private void publish(String slug, String headline) {
        var saved = http.send(http.asEditor(ARTICLES + "/" + slug).header("If-Match", tag), "PATCH",
                Map.of("headline", headline));
        var request = http.asEditor(ARTICLES + "/" + slug + "/publish")
                .header("If-Match", saved.headers().firstValue("ETag").orElseThrow()).POST(BodyPublishers.ofString("{}"))
                .build();
        var begin = System.nanoTime();
        tag = http.answered(request).headers().firstValue("ETag").orElseThrow();
        answered.recordValue(System.nanoTime() - begin);
        while (!shows("/v1/articles/" + slug, "/headline", headline)
                || !shows("/v1/categories/politik/articles", "/items/0/headline", headline)) {
            Thread.onSpinWait();
        }
        visible.recordValue(System.nanoTime() - begin);
    }

    private boolean shows(String path, String place, String headline) {
        return http.json(path).at(place).asText().equals(headline);
    }
}
