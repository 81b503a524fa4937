package org.depesche.delivery.search.lucene.ranking;

import java.io.IOException;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.depesche.delivery.search.query.BooleanClauses;

/**
 * Ranks articles by hundreds of terms. In one query with filters, Lucene would keep all terms in a heap and reorder the
 * heap for each article. This class scores term by term, filters only the best articles, and adds the optional boosts
 * to those.
 */
public final class SimilarDocumentRanker {

    /** The number of candidates for each hit. The optional boosts never move an article further up than that. */
    private static final int OVERFETCH = 8;

    private final IndexSearcher searcher;
    private final TermStatesCache termStates;
    private final BooleanClauses<Query> clauses;

    /** @param clauses one required disjunction of terms, filters, and optional boosts */
    public SimilarDocumentRanker(IndexSearcher searcher, TermStatesCache termStates, BooleanClauses<Query> clauses) {
        this.searcher = searcher;
        this.termStates = termStates;
        this.clauses = clauses;
    }

    /** The best articles, the best first. */
    public ScoreDoc[] rank(int limit) throws IOException {
        var filter = searcher.createWeight(searcher.rewrite(filter()), ScoreMode.COMPLETE_NO_SCORES, 1);
        var words = (BooleanQuery) clauses.mustClauses().get(0);
        var candidates = new TermAtATimeScorer(searcher, filter, limit * OVERFETCH).topDocs(words, termStates);
        return QueryRescorer.rescore(searcher, candidates, Disjunction.of(clauses.shouldClauses()), 1, limit).scoreDocs;
    }

    private Query filter() {
        var filter = new BooleanQuery.Builder();
        clauses.filterClauses().forEach(clause -> filter.add(clause, Occur.FILTER));
        clauses.mustNotClauses().forEach(clause -> filter.add(clause, Occur.MUST_NOT));
        return filter.build();
    }
}
