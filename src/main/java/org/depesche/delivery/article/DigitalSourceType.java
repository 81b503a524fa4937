package org.depesche.delivery.article;

import org.depesche.content.article.view.Article.ProductionView;
import org.jspecify.annotations.Nullable;

/** Maps how far a machine wrote an article to the IPTC's vocabulary of digital source types. */
final class DigitalSourceType {

    static final String VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    private DigitalSourceType() {
    }

    /** The digital source type; null when no machine wrote it, or nothing is stated. */
    static @Nullable String of(@Nullable ProductionView production) {
        return production == null ? null : switch (production.ai()) {
            case "generated" -> "trainedAlgorithmicMedia";
            case "assisted" -> "compositeWithTrainedAlgorithmicMedia";
            default -> null;
        };
    }
}
