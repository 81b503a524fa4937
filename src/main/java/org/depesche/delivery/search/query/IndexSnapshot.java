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
import org.depesche.delivery.search.index.SearchResult.Hit;
import org.depesche.delivery.search.index.SearchResult.StoredText;

/** One state of an index, as questions are put to it. */
public interface IndexSnapshot<Q> {

    QueryBuilder<Q> queryBuilder();

    TermDictionary terms();

    /** One page of what a query finds, and what is told of all of it. */
    SearchHits search(Q query, PageRequest<Q> page) throws IOException;

    /** The article as it was indexed. */
    Optional<IndexedArticle> article(UUID id) throws IOException;

    /** What the query is worth to one article; 0 where it does not find it. */
    float score(Q query, UUID article) throws IOException;

    /**
     * The best first, each read when it is asked.
     *
     * @param query what is wanted decides who comes into question; what is welcome, who of these comes first
     */
    List<SimilarDocument> similar(BooleanClauses<Q> query, int limit) throws IOException;

    /** The words of some article that is found. */
    Optional<StoredText> anyMatch(Q query) throws IOException;

    /** The newest first. */
    List<UUID> newest(Q query, int limit) throws IOException;

    List<UUID> sortedById(Q query, int limit) throws IOException;

    /**
     * @param ranked the query with what only tips the scales
     * @param counted lists of these kinds on the site
     */
    record PageRequest<Q>(Q ranked, int offset, int limit, UUID site, Set<ListKind> facets) {
    }

    /** What was found, whatever the state of the index. */
    record SearchHits(List<Hit> hits, long total, Map<ListKey, Long> facetCounts) {
        public static final SearchHits NONE = new SearchHits(List.of(), 0, Map.of());
    }

    /** An article as the index has it. */
    public record IndexedArticle(UUID id, StoredText storedText, Set<ListKey> lists, Instant publishedAt, MinHash minHash) {

        public IndexedArticle {
            lists = Set.copyOf(lists);
        }

        Set<ListKey> lists(UUID site, ListKind kind) {
            return lists.stream().filter(list -> list.site().equals(site) && list.kind() == kind).collect(Collectors.toSet());
        }
    }

    /** An article that stands close to another; what nobody asks for need not be read. */
    public interface SimilarDocument {

        float score();

        UUID id() throws IOException;

        MinHash minHash() throws IOException;

        Set<ListKey> lists() throws IOException;

        /** Whether it has a term that was {@link QueryBuilder#namedTerm}. */
        boolean hasTerm(FieldTerm term) throws IOException;
    }
}
