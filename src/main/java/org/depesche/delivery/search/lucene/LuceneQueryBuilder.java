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
import org.depesche.delivery.search.query.BooleanClauses;
import org.depesche.delivery.search.query.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** What is looked for, as Lucene's queries. */
final class LuceneQueryBuilder implements QueryBuilder<Query> {

    private final IndexSearcher searcher;
    private final TermStatesCache termStates;

    LuceneQueryBuilder(IndexSearcher searcher, TermStatesCache places) {
        this.searcher = searcher;
        this.termStates = places;
    }

    @Override
    public Query term(FieldTerm term, float boost) {
        var word = LuceneFieldValues.term(term);
        return boosted(new TermQuery(word, termStates.of(word, searcher)), boost);
    }

    @Override
    public Query prefix(FieldTerm start) {
        return new PrefixQuery(LuceneFieldValues.term(start));
    }

    @Override
    public Query phrase(String field, List<String> words, float boost) {
        var phrase = new PhraseQuery.Builder();
        words.forEach(word -> phrase.add(LuceneFieldValues.term(new FieldTerm(field, word))));
        return boosted(phrase.build(), boost);
    }

    @Override
    public Query disjunctionMax(List<Query> alternatives, float others) {
        return new DisjunctionMaxQuery(alternatives, others);
    }

    @Override
    public Query bool(BooleanClauses<Query> parts) {
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(parts.minimumShouldMatch());
        parts.mustClauses().forEach(part -> query.add(part, Occur.MUST));
        parts.shouldClauses().forEach(part -> query.add(part, Occur.SHOULD));
        parts.filterClauses().forEach(part -> query.add(part, Occur.FILTER));
        parts.mustNotClauses().forEach(part -> query.add(part, Occur.MUST_NOT));
        return boosted(query.build(), parts.boost());
    }

    @Override
    public Query inLists(Collection<ListKey> lists) {
        return new TermInSetQuery(IndexFields.LIST, lists.stream().map(LuceneFieldValues::list).toList());
    }

    @Override
    public Query inLists(ListKey list, float worth) {
        return boosted(new ConstantScoreQuery(new TermQuery(LuceneFieldValues.listTerm(list))), worth);
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
        return LongField.newRangeQuery(IndexFields.PUBLISHED, from == null ? Long.MIN_VALUE : from.getEpochSecond(),
                before == null ? Long.MAX_VALUE : before.getEpochSecond() - 1);
    }

    @Override
    public Query distanceFeature(Instant moment, Duration half, float worth) {
        return LongField.newDistanceFeatureQuery(IndexFields.PUBLISHED, worth, moment.getEpochSecond(), half.toSeconds());
    }

    /** One of them alone as it is. */
    static Query combine(List<Query> parts, Occur how) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        var all = new BooleanQuery.Builder();
        parts.forEach(part -> all.add(part, how));
        return all.build();
    }

    private static Query boosted(Query query, float boost) {
        return boost == 1 ? query : new BoostQuery(query, boost);
    }
}
