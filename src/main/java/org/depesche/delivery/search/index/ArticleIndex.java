package org.depesche.delivery.search.index;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.depesche.content.article.ArticleText;
import org.depesche.content.listing.ListKey;
import org.jspecify.annotations.Nullable;

/** A full-text index of public articles. Any number of threads may search it while one thread writes. */
public interface ArticleIndex {

    /** The last sequence of the change log whose changes are searchable. */
    long position();

    /** The last sequence whose changes were applied, searchable or not. */
    long appliedPosition();

    /**
     * Applies the changes up to a position of the change log. The method is idempotent. The changes become searchable
     * with the next {@link #refresh}, or earlier.
     * @param updated articles as they are now
     * @param deleted ids of articles that are no longer public
     */
    void apply(Collection<ArticleText> updated, Collection<UUID> deleted, long position);

    /** Makes all applied changes searchable. Refresh seldom, because each refresh creates a segment. */
    void refresh();

    /** Makes all applied changes searchable and durable, together with the position. */
    void commit();

    /** The number of articles. */
    long size();

    /** Searches for words. */
    SearchResult search(SearchQuery query);

    /** The newest articles whose headline has all words, the last one as a prefix. */
    List<UUID> suggest(String words, ListKey site, int limit);

    /** The articles that are similar to an article, the most similar first; empty when that article is not in the index. */
    List<SimilarHit> similar(SimilarQuery query);

    /**
     * One page of a list, in the order of the article ids.
     * @param after the last id of the previous page; null for the first page
     */
    List<UUID> articlesInList(ListKey list, @Nullable UUID after, int limit);
}
