package org.depesche.delivery.search.index;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.depesche.content.listing.ListKey;
import org.jspecify.annotations.Nullable;

/**
 * The hits of one page, and the counts of all hits.
 * @param total the number of all hits, not only those of the page; when it was not asked for, this may be less, but not
 *        less than there are up to the next page
 * @param facetCounts the number of all hits in each list of the requested kinds
 * @param snapshot the snapshot that was searched
 * @param didYouMean a corrected query, made of the words of the same snapshot; null on later pages, and when nothing is
 *        corrected
 * @param searchedFor the query that was searched, when a word of the user's query was replaced because no article has it
 */
public record SearchResult(List<Hit> hits, long total, Map<ListKey, Long> facetCounts, IndexSnapshotId snapshot,
        @Nullable String didYouMean, @Nullable String searchedFor) {

    public SearchResult {
        hits = List.copyOf(hits);
        facetCounts = Map.copyOf(facetCounts);
    }

    /** An article that matches, with its texts as they were indexed. */
    public record Hit(UUID id, double score, Instant publishedAt, StoredText storedText) {
    }

    /** The texts of an article that the index stores. A text that the article does not have is empty. */
    public record StoredText(String language, String kicker, String headline, String teaser, String body) {
    }
}
