package org.depesche.delivery.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.listing.KeysetPosition;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListHit;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.SearchOrder;
import org.depesche.delivery.search.index.SearchPosition;
import org.depesche.delivery.search.index.SearchQuery;
import org.depesche.delivery.search.indexing.CurrentIndex;
import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.MinSequence;
import org.depesche.platform.http.ResponseMetadata;
import org.depesche.platform.http.request.QueryParameter;
import org.jspecify.annotations.Nullable;

/** Searches the newest articles first, for rooms that show them in another form than the search endpoint. */
@ApplicationScoped
public class DatedSearch {

    /** What to look for, within the limit of the search. */
    public static final QueryParameter<String> Q = SearchParameters.Q;

    /** Names of categories, tags and authors match, too. */
    static final Set<CacheTag> NAMES = Set.of(CacheTag.CATEGORIES, CacheTag.TAGS, CacheTag.AUTHORS);

    private final CurrentIndex index;
    private final SearchWords words;
    private final ChangeLogPositionTracker positions;
    private final MinSequence minSequence;
    private final ResponseMetadata metadata;

    DatedSearch(CurrentIndex index, SearchWords words, ChangeLogPositionTracker positions, MinSequence minSequence,
            ResponseMetadata metadata) {
        this.index = index;
        this.words = words;
        this.positions = positions;
        this.minSequence = minSequence;
        this.metadata = metadata;
    }

    /** Parses the words of a query. Errors are added to the query parameters. */
    public ParsedQuery parse(@Nullable String input) {
        return words.parse(input);
    }

    /** The next articles that match, after a position, or the first ones. While the index is behind, nobody may store them. */
    public List<ListHit> page(ParsedQuery query, ListFilter filter, Set<UUID> except, @Nullable KeysetPosition after,
            int limit) {
        metadata.cacheTags(NAMES);
        minSequence.await(() -> index.ask(ArticleIndex::position));
        var found = index.ask(present -> present.search(new SearchQuery(query, filter, except,
                SearchPosition.dated(SearchOrder.NEWEST, limit, after), Set.of(), false, Instant.EPOCH)));
        metadata.sequence(found.snapshot().position());
        if (found.snapshot().position() < positions.lastFollowed()) {
            metadata.noStore();
        }
        return found.hits().stream().map(hit -> new ListHit(hit.id(), hit.publishedAt(), hit.publishedAt())).toList();
    }
}
