package org.depesche.delivery.search.query;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import org.depesche.delivery.search.index.SearchQuery;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.query.IndexSnapshot.PageRequest;
import org.depesche.delivery.search.query.IndexSnapshot.SearchHits;

/** Runs a full-text search on one snapshot of the index. */
public final class FullTextSearch<Q> {

    /** What the newest article scores more than an old one: about as much as a word of its text. */
    private static final float FRESHNESS_BOOST = 0.8f;
    /** The freshness boost halves every 90 days of an article's age. */
    private static final Duration HALF_AGE = Duration.ofDays(90);

    private final IndexSnapshot<Q> snapshot;
    private final QueryBuilder<Q> queries;
    private final WordAnalyzers languages;

    public FullTextSearch(IndexSnapshot<Q> snapshot, WordAnalyzers languages) {
        this.snapshot = snapshot;
        this.queries = snapshot.queryBuilder();
        this.languages = languages;
    }

    public SearchHits search(SearchQuery asked) throws IOException {
        var words = asked.words();
        if (words.groups().isEmpty()) {
            return SearchHits.NONE;
        }
        var expansion = QueryExpansion.expand(words, snapshot.terms(), languages);
        var meant = new WordQueryBuilder<>(queries, expansion);
        var answer = answer(asked, meant.build(words, false));
        var hits = answer.total() == 0 ? answer(asked, meant.build(words, true)) : answer;
        var spelling = new DidYouMean<>(snapshot, languages);
        var searched = hits.withSearchedFor(spelling.rewrite(words, expansion.corrections()));
        return asked.position().isFirstPage() ? searched.withDidYouMean(spelling.suggest(words)) : searched;
    }

    private SearchHits answer(SearchQuery asked, Q words) throws IOException {
        var selected = new BooleanClauses<Q>().must(words);
        new SelectionFilters<>(queries).add(selected, asked.selection(), asked.except());
        var query = queries.bool(selected);
        var site = asked.selection().groups().get(0).iterator().next().site();
        return snapshot.search(query,
                new PageRequest<>(withFreshness(query, asked.now()), asked.position(), site, asked.facets()));
    }

    private Q withFreshness(Q query, Instant now) {
        return queries
                .bool(new BooleanClauses<Q>().must(query).should(queries.distanceFeature(now, HALF_AGE, FRESHNESS_BOOST)));
    }
}
