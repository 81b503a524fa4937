package org.depesche.delivery.related;

import java.util.Locale;
import java.util.UUID;

import org.depesche.delivery.search.Likeness;
import org.jspecify.annotations.Nullable;

/**
 * An article chosen, and the strategy that chose it.
 *
 * @param likeness what it has in common, where that is why it was chosen
 */
record RelatedChoice(UUID article, Strategy reason, @Nullable Likeness likeness) {

    RelatedChoice(UUID article, Strategy reason) {
        this(article, reason, null);
    }

    String reasonWord() {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
