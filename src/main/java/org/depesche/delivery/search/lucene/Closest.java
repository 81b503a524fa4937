package org.depesche.delivery.search.lucene;

import java.io.IOException;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.depesche.delivery.search.query.Combined;

/**
 * Ranks by hundreds of words. As one query with filters Lucene would keep all words in a heap and reorder it for each article.
 * Here words are added up word by word, filters are asked for the best articles only, and what tips the scales is added to
 * those.
 */
final class Closest {

    /** Candidates for one hit: what tips the scales moves nobody further up. */
    private static final int SPARE = 8;

    private final IndexSearcher searcher;
    private final TermPlaces places;
    private final Combined<Query> asked;

    Closest(IndexSearcher searcher, TermPlaces places, Combined<Query> asked) {
        this.searcher = searcher;
        this.places = places;
        this.asked = asked;
    }

    ScoreDoc[] of(int limit) throws IOException {
        var filter = searcher.createWeight(searcher.rewrite(filter()), ScoreMode.COMPLETE_NO_SCORES, 1);
        var words = (BooleanQuery) LuceneQueries.together(asked.wanted(), Occur.SHOULD);
        var candidates = new WordByWord(searcher, filter, limit * SPARE).of(words, places);
        return QueryRescorer.rescore(searcher, candidates, LuceneQueries.together(asked.welcome(), Occur.SHOULD), 1,
                limit).scoreDocs;
    }

    private Query filter() {
        var filter = new BooleanQuery.Builder();
        asked.filters().forEach(part -> filter.add(part, Occur.FILTER));
        asked.unwanted().forEach(part -> filter.add(part, Occur.MUST_NOT));
        return filter.build();
    }
}
