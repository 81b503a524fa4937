package org.depesche.content.article.rendered;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the articles of responses: those that were read as stored renderings, and those that were rendered. */
@Singleton
class RenderedArticleMetrics {

    static final String READS = "depesche.rendered.articles";
    static final String WAITING = "depesche.rendered.articles.waiting";

    private final Counter stored;
    private final Counter rendered;

    RenderedArticleMetrics(MeterRegistry registry) {
        this.stored = counter(registry, "stored");
        this.rendered = counter(registry, "rendered");
    }

    private static Counter counter(MeterRegistry registry, String result) {
        return Counter.builder(READS).description("Articles of responses that the cache did not have").tag("result", result)
                .register(registry);
    }

    void countStored(int articles) {
        stored.increment(articles);
    }

    void countRendered(int articles) {
        rendered.increment(articles);
    }
}
