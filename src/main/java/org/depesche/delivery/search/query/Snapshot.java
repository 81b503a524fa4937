package org.depesche.delivery.search.query;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.delivery.search.Found.Hit;
import org.depesche.delivery.search.Found.Wording;

/** One state of an index, as questions are put to it. */
public interface Snapshot<Q> {

    Queries<Q> queries();

    Vocabulary vocabulary();

    /** One page of what a query finds, and what is told of all of it. */
    Answer answer(Q query, Page<Q> page) throws IOException;

    /** The article as it was indexed. */
    Optional<Indexed> article(UUID id) throws IOException;

    /** What the query is worth to one article; 0 where it does not find it. */
    float score(Q query, UUID article) throws IOException;

    /**
     * The best first, each read when it is asked.
     *
     * @param query what is wanted decides who comes into question; what is welcome, who of these comes first
     */
    List<Near> near(Combined<Q> query, int limit) throws IOException;

    /** The words of some article that is found. */
    Optional<Wording> any(Q query) throws IOException;

    /** The newest first. */
    List<UUID> newest(Q query, int limit) throws IOException;

    List<UUID> byId(Q query, int limit) throws IOException;

    /**
     * @param ranked the query with what only tips the scales
     * @param counted lists of these kinds on the site
     */
    record Page<Q>(Q ranked, int skipped, int limit, UUID site, Set<ListKind> counted) {
    }

    /** What was found, whatever the state of the index. */
    record Answer(List<Hit> hits, long total, Map<ListKey, Long> counts) {
        public static final Answer NOTHING = new Answer(List.of(), 0, Map.of());
    }
}
