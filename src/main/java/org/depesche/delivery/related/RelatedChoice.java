package org.depesche.delivery.related;

import java.util.Locale;
import java.util.UUID;

import org.depesche.delivery.search.index.SimilarHit;
import org.jspecify.annotations.Nullable;

/**
 * A related article and the strategy that chose it.
 * @param similarHit the similarity, when the {@code similar} strategy chose the article
 */
record RelatedChoice(UUID article, RelatedStrategy strategy, @Nullable SimilarHit similarHit) {

    RelatedChoice(UUID article, RelatedStrategy strategy) {
        this(article, strategy, null);
    }

    /** The strategy as the API names it. */
    String strategyName() {
        return strategy.name().toLowerCase(Locale.ROOT);
    }
}
