package org.depesche.delivery.related;

import java.util.Locale;
import java.util.UUID;

/** An article chosen, and the strategy that chose it. */
record RelatedChoice(UUID article, Strategy reason) {

    String reasonWord() {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
