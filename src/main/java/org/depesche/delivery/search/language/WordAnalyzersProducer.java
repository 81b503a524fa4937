package org.depesche.delivery.search.language;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Produces the single {@link WordAnalyzers} of the service: its dictionary takes some megabytes. */
@ApplicationScoped
class WordAnalyzersProducer {

    @Produces
    @Singleton
    WordAnalyzers wordAnalyzers() {
        return WordAnalyzers.withBundledDictionary();
    }
}
