package org.depesche.delivery.search.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.document.FieldTerm;
import org.jspecify.annotations.Nullable;

/**
 * How a backend writes what is looked for: every rule of ranking is said once, in these words, and written by each in its own
 * way.
 *
 * @param <Q> a query as the backend has it
 */
public interface QueryBuilder<Q> {

    Q term(FieldTerm term, float boost);

    /** Words of the field that begin so. */
    Q prefix(FieldTerm start);

    /** Words that stand one after the other. */
    Q phrase(String field, List<String> words, float boost);

    /** As good as the best of them, and a share of what the others are worth. */
    Q disjunctionMax(List<Q> alternatives, float others);

    /** An empty one finds nothing. */
    Q bool(BooleanClauses<Q> parts);

    /** Articles in any of these lists. */
    Q inLists(Collection<ListKey> lists);

    /** In that list, each worth the same. */
    Q inLists(ListKey list, float worth);

    Q ids(Collection<UUID> ids);

    /** Those whose ids come after. */
    Q idAfter(UUID id);

    Q publishedBetween(@Nullable Instant from, @Nullable Instant before);

    /** The nearer to a moment the more it is worth; so long before or after, half. */
    Q distanceFeature(Instant moment, Duration half, float worth);

    /** Lets a hit tell whether it has the term, where the backend would not know otherwise. */
    default Q namedTerm(FieldTerm term, float boost) {
        return term(term, boost);
    }

    /** Ranked by the first alone. */
    default Q filtered(Q ranked, Q filter) {
        return bool(new BooleanClauses<Q>().must(ranked).filter(filter));
    }

    default Q allOf(List<Q> wanted, float boost) {
        var all = new BooleanClauses<Q>().boost(boost);
        wanted.forEach(all::must);
        return bool(all);
    }

    default Q anyOf(List<Q> alternatives) {
        var any = new BooleanClauses<Q>();
        alternatives.forEach(any::should);
        return bool(any);
    }
}
