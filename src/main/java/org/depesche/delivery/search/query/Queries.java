package org.depesche.delivery.search.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.depesche.content.listing.ListKey;
import org.jspecify.annotations.Nullable;

/**
 * How a backend writes what is looked for: every rule of ranking is said once, in these words, and written by each in its own
 * way.
 *
 * @param <Q> a query as the backend has it
 */
public interface Queries<Q> {

    Q term(Term term, float boost);

    /** Words of the field that begin so. */
    Q beginning(Term start);

    /** Words that stand one after the other. */
    Q phrase(String field, List<String> words, float boost);

    /** As good as the best of them, and a share of what the others are worth. */
    Q best(List<Q> alternatives, float others);

    /** An empty one finds nothing. */
    Q combined(Combined<Q> parts);

    /** Articles in any of these lists. */
    Q listed(Collection<ListKey> lists);

    /** In that list, each worth the same. */
    Q listed(ListKey list, float worth);

    Q articles(Collection<UUID> ids);

    /** Those whose ids come after. */
    Q after(UUID id);

    Q published(@Nullable Instant from, @Nullable Instant before);

    /** The nearer to a moment the more it is worth; so long before or after, half. */
    Q near(Instant moment, Duration half, float worth);

    /** Lets a hit tell whether it has the term, where the backend would not know otherwise. */
    default Q marked(Term term, float boost) {
        return term(term, boost);
    }

    /** Ranked by the first alone. */
    default Q both(Q ranked, Q filter) {
        return combined(new Combined<Q>().must(ranked).filter(filter));
    }

    default Q all(List<Q> wanted, float boost) {
        var all = new Combined<Q>().boosted(boost);
        wanted.forEach(all::must);
        return combined(all);
    }

    default Q any(List<Q> alternatives) {
        var any = new Combined<Q>();
        alternatives.forEach(any::should);
        return combined(any);
    }
}
