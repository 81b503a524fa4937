package org.depesche.delivery.search.lucene;

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
 * Ranks by hundreds of words. As one query with filters Lucene would keep all words in a heap and reorder it for each article.
 * Here words are added up word by word, filters are asked for the best articles only, and what tips the scales is added to
 * those.
 */
final class SimilarDocumentRanker {

    /** Candidates for one hit: what tips the scales moves nobody further up. */
    private static final int OVERFETCH = 8;

    private final IndexSearcher searcher;
    private final TermStatesCache termStates;
    private final BooleanClauses<Query> clauses;

    SimilarDocumentRanker(IndexSearcher searcher, TermStatesCache places, BooleanClauses<Query> asked) {
        this.searcher = searcher;
        this.termStates = places;
        this.clauses = asked;
    }

    ScoreDoc[] rank(int limit) throws IOException {
        var filter = searcher.createWeight(searcher.rewrite(filter()), ScoreMode.COMPLETE_NO_SCORES, 1);
        var words = (BooleanQuery) LuceneQueryBuilder.combine(clauses.mustClauses(), Occur.SHOULD);
        var candidates = new TermAtATimeScorer(searcher, filter, limit * OVERFETCH).topDocs(words, termStates);
        return QueryRescorer.rescore(searcher, candidates, LuceneQueryBuilder.combine(clauses.shouldClauses(), Occur.SHOULD), 1,
                limit).scoreDocs;
    }

    private Query filter() {
        var filter = new BooleanQuery.Builder();
        clauses.filterClauses().forEach(part -> filter.add(part, Occur.FILTER));
        clauses.mustNotClauses().forEach(part -> filter.add(part, Occur.MUST_NOT));
        return filter.build();
    }
}
