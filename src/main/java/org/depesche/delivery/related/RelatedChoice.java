package org.depesche.delivery.related;

import java.util.Locale;
import java.util.UUID;

import org.depesche.delivery.search.index.SimilarHit;
import org.jspecify.annotations.Nullable;

/**
 * An article chosen, and the strategy that chose it.
 *
 * @param likeness what it has in common, where that is why it was chosen
 */
record RelatedChoice(UUID article, RelatedStrategy strategy, @Nullable SimilarHit similarHit) {

    RelatedChoice(UUID article, RelatedStrategy strategy) {
        this(article, strategy, null);
    }

    String strategyName() {
        return strategy.name().toLowerCase(Locale.ROOT);
    }
}
