package org.depesche.delivery.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.depesche.content.listing.ListKey;

/**
 * What a search found.
 *
 * @param total all hits, not only those of the page
 * @param counts hits in each list of the kinds asked for
 * @param state that was searched
 */
public record Found(List<Hit> hits, long total, Map<ListKey, Long> counts, SearchedState state) {

    public Found {
        hits = List.copyOf(hits);
        counts = Map.copyOf(counts);
    }

    /** One article, with its words as they were indexed. */
    public record Hit(UUID id, double score, Wording wording) {
    }

    /** Empty texts for what an article does not have. */
    public record Wording(String language, String kicker, String headline, String teaser, String body) {
    }
}
