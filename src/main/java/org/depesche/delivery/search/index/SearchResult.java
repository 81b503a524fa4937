package org.depesche.delivery.search.index;

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
public record SearchResult(List<Hit> hits, long total, Map<ListKey, Long> facetCounts, IndexSnapshotId snapshot) {

    public SearchResult {
        hits = List.copyOf(hits);
        facetCounts = Map.copyOf(facetCounts);
    }

    /** One article, with its words as they were indexed. */
    public record Hit(UUID id, double score, StoredText storedText) {
    }

    /** Empty texts for what an article does not have. */
    public record StoredText(String language, String kicker, String headline, String teaser, String body) {
    }
}
