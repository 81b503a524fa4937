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
import org.depesche.delivery.search.query.Combined;
import org.depesche.delivery.search.query.Fields;
import org.depesche.delivery.search.query.Queries;
import org.depesche.delivery.search.query.Term;
import org.jspecify.annotations.Nullable;

/** What is looked for, as Lucene's queries. */
final class LuceneQueries implements Queries<Query> {

    private final IndexSearcher searcher;
    private final TermPlaces places;

    LuceneQueries(IndexSearcher searcher, TermPlaces places) {
        this.searcher = searcher;
        this.places = places;
    }

    @Override
    public Query term(Term term, float boost) {
        var word = Values.term(term);
        return boosted(new TermQuery(word, places.of(word, searcher)), boost);
    }

    @Override
    public Query beginning(Term start) {
        return new PrefixQuery(Values.term(start));
    }

    @Override
    public Query phrase(String field, List<String> words, float boost) {
        var phrase = new PhraseQuery.Builder();
        words.forEach(word -> phrase.add(Values.term(new Term(field, word))));
        return boosted(phrase.build(), boost);
    }

    @Override
    public Query best(List<Query> alternatives, float others) {
        return new DisjunctionMaxQuery(alternatives, others);
    }

    @Override
    public Query combined(Combined<Query> parts) {
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(parts.least());
        parts.wanted().forEach(part -> query.add(part, Occur.MUST));
        parts.welcome().forEach(part -> query.add(part, Occur.SHOULD));
        parts.filters().forEach(part -> query.add(part, Occur.FILTER));
        parts.unwanted().forEach(part -> query.add(part, Occur.MUST_NOT));
        return boosted(query.build(), parts.boost());
    }

    @Override
    public Query listed(Collection<ListKey> lists) {
        return new TermInSetQuery(Fields.LIST, lists.stream().map(Values::list).toList());
    }

    @Override
    public Query listed(ListKey list, float worth) {
        return boosted(new ConstantScoreQuery(new TermQuery(Values.listTerm(list))), worth);
    }

    @Override
    public Query articles(Collection<UUID> ids) {
        return ids.size() == 1 ? new TermQuery(Values.idTerm(ids.iterator().next()))
                : new TermInSetQuery(Fields.ID, ids.stream().map(Values::id).toList());
    }

    @Override
    public Query after(UUID id) {
        return new TermRangeQuery(Fields.ID, Values.id(id), null, false, false);
    }

    @Override
    public Query published(@Nullable Instant from, @Nullable Instant before) {
        return LongField.newRangeQuery(Fields.PUBLISHED, from == null ? Long.MIN_VALUE : from.getEpochSecond(),
                before == null ? Long.MAX_VALUE : before.getEpochSecond() - 1);
    }

    @Override
    public Query near(Instant moment, Duration half, float worth) {
        return LongField.newDistanceFeatureQuery(Fields.PUBLISHED, worth, moment.getEpochSecond(), half.toSeconds());
    }

    /** One of them alone as it is. */
    static Query together(List<Query> parts, Occur how) {
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
