package org.depesche.delivery.search.index;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.article.ArticleText;
import org.depesche.content.listing.ListKey;
import org.jspecify.annotations.Nullable;

/** One full-text index of public articles, whatever keeps it. Safe for many readers and one writer. */
public interface ArticleIndex {

    /** The last sequence of the change log that searches see. */
    long position();

    /** The last sequence that was applied, seen or not. */
    long appliedPosition();

    /**
     * Brings it to a position of the log: these articles as they are now, those gone. Doing it twice is doing it once.
     * Searches see it when it is shown, or before.
     */
    void apply(Collection<ArticleText> present, Collection<UUID> gone, long position);

    /** Lets searches see all that was applied: not for each of many steps, as each costs a part of the index of its own. */
    void refresh();

    /** Shows what was applied, and makes it outlive a crash, together with its position. */
    void commit();

    /** How many articles it holds. */
    long size();

    SearchResult search(SearchQuery query);

    /** Newest articles whose headline has words that begin so. */
    List<UUID> suggest(String words, ListKey site, int limit);

    /** Articles close to one, the closest first; empty when that one is not in the index. */
    List<SimilarHit> similar(SimilarQuery query);

    /** Articles in a list, in the order of their ids, after one of them. */
    List<UUID> articlesInList(ListKey list, @Nullable UUID after, int limit);

    /** What a writer of the query may have meant, when another word is much more likely. */
    Optional<String> didYouMean(String words);
}
