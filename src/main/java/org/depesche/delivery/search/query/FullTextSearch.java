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

    /** The additional score of the newest article: about that of a word in its text. */
    private static final float FRESHNESS_BOOST = 0.8f;
    /** The freshness boost halves every 90 days of an article's age. */
    private static final Duration HALF_AGE = Duration.ofDays(90);

    private final IndexSnapshot<Q> snapshot;
    private final QueryBuilder<Q> queries;
    private final WordAnalyzers analyzers;

    public FullTextSearch(IndexSnapshot<Q> snapshot, WordAnalyzers analyzers) {
        this.snapshot = snapshot;
        this.queries = snapshot.queryBuilder();
        this.analyzers = analyzers;
    }

    public SearchHits search(SearchQuery asked) throws IOException {
        var words = asked.words();
        if (words.groups().isEmpty()) {
            return SearchHits.NONE;
        }
        var expansion = QueryExpansion.expand(words, snapshot.terms(), analyzers);
        var answer = answer(asked, expansion, false);
        var hits = answer.total() == 0 ? answer(asked, expansion, true) : answer;
        var spelling = new DidYouMean<>(snapshot, analyzers);
        var searched = hits.withSearchedFor(spelling.rewrite(words, expansion.corrections()));
        return asked.position().isFirstPage() ? searched.withDidYouMean(spelling.suggest(words)) : searched;
    }

    private SearchHits answer(SearchQuery asked, QueryExpansion expansion, boolean isLoose) throws IOException {
        var candidates = selected(asked, expansion, isLoose);
        var scores = new WordQueryBuilder<>(queries, expansion, new RankingScoring<>(queries, expansion));
        var ranked = withFreshness(new BooleanClauses<Q>().must(scores.build(asked.words(), isLoose)), asked.now());
        var matching = queries.bool(candidates);
        var site = asked.selection().groups().get(0).iterator().next().site();
        return snapshot.search(matching, new PageRequest<>(withFreshness(candidates, asked.now()), ranked,
                asked.position(), site, asked.facets(), asked.isCounted()));
    }

    private BooleanClauses<Q> selected(SearchQuery asked, QueryExpansion expansion, boolean isLoose) {
        var matching = new WordQueryBuilder<>(queries, expansion, new CandidateScoring<>(queries, expansion));
        var selected = new BooleanClauses<Q>().must(matching.build(asked.words(), isLoose));
        new ListFilterClauses<>(queries).add(selected, asked.selection(), asked.except());
        return selected;
    }

    private Q withFreshness(BooleanClauses<Q> query, Instant now) {
        return queries.bool(query.should(queries.distanceFeature(now, HALF_AGE, FRESHNESS_BOOST)));
    }
}
