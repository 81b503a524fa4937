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
 * Builds the queries of one backend. Each ranking rule is written once, against this interface, and holds for every
 * backend.
 * @param <Q> the backend's type of queries
 */
public interface QueryBuilder<Q> {

    /** Matches articles that have the term. */
    Q term(FieldTerm term, float boost);

    /** Matches articles that have a term with this prefix. */
    Q prefix(FieldTerm start);

    /** Matches articles that have these words one after the other. */
    Q phrase(String field, List<String> words, float boost);

    /**
     * Scores as the best alternative does, and adds a share of the scores of the others.
     * @param others the share, from 0 to 1 (Lucene's tie breaker)
     */
    Q disjunctionMax(List<Q> alternatives, float others);

    /** Combines clauses. A query without clauses matches nothing. */
    Q bool(BooleanClauses<Q> parts);

    /** Matches articles in any of these lists. */
    Q inLists(Collection<ListKey> lists);

    /** Matches articles in a list. Each match scores the boost. */
    Q inLists(ListKey list, float boost);

    /** Matches the articles with these ids. */
    Q ids(Collection<UUID> ids);

    /** Matches articles whose id is greater. */
    Q idAfter(UUID id);

    /** Matches articles by their publication date, {@code from} inclusively and {@code before} exclusively. */
    Q publishedBetween(@Nullable Instant from, @Nullable Instant before);

    /**
     * Scores articles by the distance of their publication date from an instant.
     * @param half the distance at which an article scores half of the boost
     */
    Q distanceFeature(Instant instant, Duration half, float boost);

    /**
     * Matches as {@link #term} does, and lets each hit report whether it has the term. Backends override this method
     * when a hit cannot report it otherwise.
     */
    default Q namedTerm(FieldTerm term, float boost) {
        return term(term, boost);
    }

    /** Matches articles that both queries match, and scores by the first query alone. */
    default Q filtered(Q ranked, Q filter) {
        return bool(new BooleanClauses<Q>().must(ranked).filter(filter));
    }

    /** Matches articles that all queries match. */
    default Q allOf(List<Q> required, float boost) {
        var all = new BooleanClauses<Q>().boost(boost);
        required.forEach(all::must);
        return bool(all);
    }

    /** Matches articles that at least one query matches. */
    default Q anyOf(List<Q> alternatives) {
        var any = new BooleanClauses<Q>();
        alternatives.forEach(any::should);
        return bool(any);
    }
}
