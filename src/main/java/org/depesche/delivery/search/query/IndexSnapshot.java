package org.depesche.delivery.search.query;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.delivery.search.document.FieldTerm;
import org.depesche.delivery.search.document.MinHash;
import org.depesche.delivery.search.index.IndexSnapshotId;
import org.depesche.delivery.search.index.SearchPosition;
import org.depesche.delivery.search.index.SearchResult;
import org.depesche.delivery.search.index.SearchResult.Hit;
import org.depesche.delivery.search.index.SearchResult.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * A fixed state of an index, which queries read.
 * @param <Q> the backend's type of queries
 */
public interface IndexSnapshot<Q> {

    /** Builds the queries of this backend. */
    QueryBuilder<Q> queryBuilder();

    /** Reads the terms of this snapshot. */
    TermDictionary terms();

    /**
     * One page of hits, the total and the facet counts of all hits.
     * @param query decides which articles match
     */
    SearchHits search(Q query, PageRequest<Q> page) throws IOException;

    /** The article as it was indexed, empty when the index does not contain it. */
    Optional<IndexedArticle> article(UUID id) throws IOException;

    /** The score of one article for a query; 0 when the query does not match the article. */
    float score(Q query, UUID article) throws IOException;

    /**
     * The articles with the highest scores. The fields of each are read lazily.
     * @param query the must and filter clauses decide which articles match; the should clauses only change their scores
     */
    List<SimilarDocument> similar(BooleanClauses<Q> query, int limit) throws IOException;

    /** The texts of any one article that matches. */
    Optional<StoredText> anyMatch(Q query) throws IOException;

    /** The newest articles that match. */
    List<UUID> newest(Q query, int limit) throws IOException;

    /** The matching articles with the lowest ids, in ascending order. */
    List<UUID> sortedById(Q query, int limit) throws IOException;

    /**
     * Which part of the hits to read, and how they are ranked: the best {@link #RESCORED} candidates by {@code ranked},
     * those after them as candidates.
     * @param candidates matches what the query matches, and has scores that are quick to compute
     * @param ranked the scores of the best candidates; it may not match all of them
     * @param facets the kinds of lists of the site to count
     * @param isCounted whether the total has to be exact; else it is at least as many hits as there are up to the next page
     */
    record PageRequest<Q>(Q candidates, Q ranked, SearchPosition position, UUID site, Set<ListKind> facets,
            boolean isCounted) {

        /** The number of candidates that are ranked by {@code ranked}. */
        public static final int RESCORED = 150;
        /**
         * The factor of the candidate's score in the final score. It is small enough that all ranked hits come before the
         * others, which keep their order.
         */
        public static final float CANDIDATE_SHARE = 1e-6f;
        /** Up to this number, hits are counted in any case. */
        private static final int COUNTED = 1_000;

        /** How many hits to find for a page by relevance: one more, which tells whether there is a next page. */
        public int depth() {
            return Math.max(RESCORED, position.offset() + position.limit() + 1);
        }

        /** How many hits to count. */
        public int counted() {
            return isCounted ? Integer.MAX_VALUE : Math.max(COUNTED, depth());
        }
    }

    /**
     * The hits of one page, the number of all hits (see {@link PageRequest#isCounted}), and of all hits in each list.
     * @param didYouMean a corrected query; null when there is none
     * @param searchedFor the query in which unknown words were replaced; null when none was
     */
    record SearchHits(List<Hit> hits, long total, Map<ListKey, Long> facetCounts, @Nullable String didYouMean,
            @Nullable String searchedFor) {

        public static final SearchHits NONE = new SearchHits(List.of(), 0, Map.of());

        public SearchHits(List<Hit> hits, long total, Map<ListKey, Long> facetCounts) {
            this(hits, total, facetCounts, null, null);
        }

        SearchHits withDidYouMean(Optional<String> correctedQuery) {
            return new SearchHits(hits, total, facetCounts, correctedQuery.orElse(null), searchedFor);
        }

        SearchHits withSearchedFor(Optional<String> searchedQuery) {
            return new SearchHits(hits, total, facetCounts, didYouMean, searchedQuery.orElse(null));
        }

        /** The result of the search in the snapshot with this id. */
        public SearchResult in(IndexSnapshotId snapshot) {
            return new SearchResult(hits, total, facetCounts, snapshot, didYouMean, searchedFor);
        }
    }

    /** An article as it was indexed. */
    public record IndexedArticle(UUID id, StoredText storedText, Set<ListKey> lists, Instant publishedAt, MinHash minHash) {

        public IndexedArticle {
            lists = Set.copyOf(lists);
        }

        Set<ListKey> lists(UUID site, ListKind kind) {
            return lists.stream().filter(list -> list.site().equals(site) && list.kind() == kind).collect(Collectors.toSet());
        }
    }

    /** An article that is similar to another. Fields are read on demand only. */
    public interface SimilarDocument {

        float score();

        UUID id() throws IOException;

        MinHash minHash() throws IOException;

        Set<ListKey> lists() throws IOException;

        /** Whether the article has a term that the query contains as {@link QueryBuilder#namedTerm}. */
        boolean hasTerm(FieldTerm term) throws IOException;
    }
}
