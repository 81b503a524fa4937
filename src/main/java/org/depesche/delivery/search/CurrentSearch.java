package org.depesche.delivery.search;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.SearchPosition;
import org.depesche.delivery.search.index.SearchQuery;
import org.depesche.delivery.search.index.SearchResult;
import org.depesche.delivery.search.indexing.CurrentIndex;
import org.depesche.platform.database.RemoteCalls;
import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.depesche.platform.http.MinSequence;
import org.depesche.platform.http.ResponseMetadata;

/** Searches an index that is as fresh as the request demands, and describes in the response how fresh it is. */
@ApplicationScoped
class CurrentSearch {

    /** Names of categories, tags and authors match, too. */
    private static final Set<CacheTag> NAMES = Set.of(CacheTag.CATEGORIES, CacheTag.TAGS, CacheTag.AUTHORS);

    private final CurrentIndex index;
    private final ChangeLogPositionTracker positions;
    private final MinSequence minSequence;
    private final ResponseMetadata metadata;
    private final RemoteCalls calls;

    CurrentSearch(CurrentIndex index, ChangeLogPositionTracker positions, MinSequence minSequence, ResponseMetadata metadata,
            RemoteCalls calls) {
        this.index = index;
        this.positions = positions;
        this.minSequence = minSequence;
        this.metadata = metadata;
        this.calls = calls;
    }

    /**
     * Searches. While the index is behind the change log, the response must not be cached: the log entry that would invalidate
     * it has passed already.
     *
     * @param cacheTags of the response, apart from those of the names that a search reads
     */
    SearchResult search(SearchQuery query, Set<CacheTag> cacheTags) {
        var found = calls.call(query, SearchResult.class, () -> searchAtMinSequence(query));
        metadata.sequence(found.snapshot().position());
        metadata.cacheTags(cacheTags);
        metadata.cacheTags(NAMES);
        if (found.snapshot().position() < positions.lastFollowed()) {
            metadata.forbidStorage();
        }
        return found;
    }

    private SearchResult searchAtMinSequence(SearchQuery query) {
        minSequence.await(() -> index.ask(ArticleIndex::position));
        var reachable = query.at(reachable(query.position()));
        return index.ask(present -> present.search(reachable));
    }

    /** A snapshot that is older than the minimum sequence of the request is not used. */
    private SearchPosition reachable(SearchPosition position) {
        return new SearchPosition(position.order(), position.offset(), position.limit(),
                position.snapshot().filter(snapshot -> minSequence.isReachedBy(snapshot.position())), position.after());
    }
}
