package org.depesche.delivery.related.similar;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts responses whose similar articles were stored, and those for which the index was searched. */
@Singleton
class SimilarArticleMetrics {

    static final String READS = "depesche.similar.articles";
    static final String WAITING = "depesche.similar.articles.waiting";

    private final Counter stored;
    private final Counter searched;

    SimilarArticleMetrics(MeterRegistry registry) {
        this.stored = counter(registry, "stored");
        this.searched = counter(registry, "searched");
    }

    private static Counter counter(MeterRegistry registry, String result) {
        return Counter.builder(READS).description("Responses with similar articles by how these were found")
                .tag("result", result).register(registry);
    }

    void countStored() {
        stored.increment();
    }

    void countSearched() {
        searched.increment();
    }
}
