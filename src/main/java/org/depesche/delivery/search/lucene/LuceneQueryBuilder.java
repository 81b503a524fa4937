package org.depesche.delivery.search.lucene;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.document.FieldTerm;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.lucene.ranking.NearnessQuery;
import org.depesche.delivery.search.lucene.ranking.TermStatesCache;
import org.depesche.delivery.search.query.BooleanClauses;
import org.depesche.delivery.search.query.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** Builds Lucene queries. */
final class LuceneQueryBuilder implements QueryBuilder<Query> {

    private final IndexSearcher searcher;
    private final TermStatesCache termStates;

    LuceneQueryBuilder(IndexSearcher searcher, TermStatesCache termStates) {
        this.searcher = searcher;
        this.termStates = termStates;
    }

    @Override
    public Query term(FieldTerm term, float boost) {
        var luceneTerm = LuceneFieldValues.term(term);
        return withBoost(new TermQuery(luceneTerm, termStates.of(luceneTerm, searcher)), boost);
    }

    @Override
    public Query prefix(FieldTerm start) {
        return new PrefixQuery(LuceneFieldValues.term(start));
    }

    @Override
    public Query phrase(String field, List<String> words, float boost) {
        var phrase = new PhraseQuery.Builder();
        words.forEach(word -> phrase.add(LuceneFieldValues.term(new FieldTerm(field, word))));
        return withBoost(phrase.build(), boost);
    }

    @Override
    public Query disjunctionMax(List<Query> alternatives, float others) {
        return new DisjunctionMaxQuery(alternatives, others);
    }

    @Override
    public Query bool(BooleanClauses<Query> clauses) {
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(clauses.minimumShouldMatch());
        clauses.mustClauses().forEach(clause -> query.add(clause, Occur.MUST));
        clauses.shouldClauses().forEach(clause -> query.add(clause, Occur.SHOULD));
        clauses.filterClauses().forEach(clause -> query.add(clause, Occur.FILTER));
        clauses.mustNotClauses().forEach(clause -> query.add(clause, Occur.MUST_NOT));
        return withBoost(query.build(), clauses.boost());
    }

    @Override
    public Query inLists(Collection<ListKey> lists) {
        return new TermInSetQuery(IndexFields.LIST, lists.stream().map(LuceneFieldValues::list).toList());
    }

    @Override
    public Query inLists(ListKey list, float boost) {
        return withBoost(new ConstantScoreQuery(new TermQuery(LuceneFieldValues.listTerm(list))), boost);
    }

    @Override
    public Query ids(Collection<UUID> ids) {
        return ids.size() == 1 ? new TermQuery(LuceneFieldValues.idTerm(ids.iterator().next()))
                : new TermInSetQuery(IndexFields.ID, ids.stream().map(LuceneFieldValues::id).toList());
    }

    @Override
    public Query idAfter(UUID id) {
        return new TermRangeQuery(IndexFields.ID, LuceneFieldValues.id(id), null, false, false);
    }

    @Override
    public Query publishedBetween(@Nullable Instant from, @Nullable Instant before) {
        return LongField.newRangeQuery(IndexFields.PUBLISHED, from == null ? Long.MIN_VALUE : from.toEpochMilli(),
                before == null ? Long.MAX_VALUE : before.toEpochMilli() - 1);
    }

    @Override
    public Query distanceFeature(Instant instant, Duration half, float boost) {
        return new NearnessQuery(IndexFields.PUBLISHED, boost, instant.toEpochMilli(), half.toMillis());
    }

    private static Query withBoost(Query query, float boost) {
        return boost == 1 ? query : new BoostQuery(query, boost);
    }
}
