package org.depesche.delivery.search.lucene.ranking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/**
 * Ranks articles by hundreds of terms, term by term: the score of each term is added to the sums of the articles that
 * have it. The sums equal those of Lucene's disjunction, which takes several times as long because it visits all terms
 * for each article.
 */
final class TermAtATimeScorer {

    /** The number of sums that are kept at once: few enough for the processor's cache. */
    private static final int WINDOW = 1 << 14;

    private final IndexSearcher searcher;
    private final Weight filter;
    private final TopScores best;
    private final double[] sums = new double[WINDOW];
    private final List<ScoredTerm> words = new ArrayList<>();

    /**
     * @param filter is evaluated only for articles whose score is among the best
     * @param limit the maximum number of hits
     */
    TermAtATimeScorer(IndexSearcher searcher, Weight filter, int limit) {
        this.searcher = searcher;
        this.filter = filter;
        this.best = new TopScores(limit);
    }

    private record ScoredTerm(Term term, TermStates termStates, SimScorer scorer) {
    }

    private record TermPostings(PostingsEnum articles, @Nullable NumericDocValues norms, SimScorer scorer) {
    }

    /**
     * Ranks all articles.
     * @param words a disjunction of terms with their boosts
     */
    TopDocs topDocs(BooleanQuery words, TermStatesCache termStates) throws IOException {
        var statistics = new HashMap<String, CollectionStatistics>();
        for (var clause : words) {
            addTerm(clause, termStates, statistics);
        }
        for (var leaf : searcher.getIndexReader().leaves()) {
            rank(leaf);
        }
        return best.topDocs();
    }

    private void addTerm(BooleanClause clause, TermStatesCache termStates, Map<String, CollectionStatistics> statistics)
            throws IOException {
        var boost = clause.getQuery() instanceof BoostQuery boosted ? boosted.getBoost() : 1;
        var term = term(clause.getQuery());
        var states = termStates.of(term, searcher);
        if (states.docFreq() > 0) {
            var field = statistics.get(term.field());
            if (field == null) {
                field = searcher.collectionStatistics(term.field());
                statistics.put(term.field(), field);
            }
            words.add(new ScoredTerm(term, states, searcher.getSimilarity().scorer(boost, field,
                    searcher.termStatistics(term, states.docFreq(), states.totalTermFreq()))));
        }
    }

    private static Term term(Query query) {
        var word = query instanceof BoostQuery boosted ? boosted.getQuery() : query;
        return ((TermQuery) word).getTerm();
    }

    private void rank(LeafReaderContext leaf) throws IOException {
        var supplier = filter.scorerSupplier(leaf);
        if (supplier == null) {
            return;
        }
        var postings = postings(leaf);
        var filtered = supplier.get(best.capacity()).iterator();
        for (var windowStart = 0; windowStart < leaf.reader().maxDoc() && !postings.isEmpty(); windowStart += WINDOW) {
            for (var word : postings) {
                addScores(word, windowStart, windowStart + WINDOW);
            }
            collect(leaf, filtered, windowStart);
            postings.removeIf(word -> word.articles.docID() == DocIdSetIterator.NO_MORE_DOCS);
        }
    }

    private List<TermPostings> postings(LeafReaderContext leaf) throws IOException {
        var termPostings = new ArrayList<TermPostings>();
        for (var word : words) {
            var articles = Postings.of(leaf, word.term, word.termStates, PostingsEnum.FREQS);
            if (articles != null) {
                articles.nextDoc();
                // each term has its own norms, because norms are read in the order of the articles
                termPostings.add(new TermPostings(articles, leaf.reader().getNormValues(word.term.field()), word.scorer));
            }
        }
        return termPostings;
    }

    private void addScores(TermPostings word, int windowStart, int windowEnd) throws IOException {
        var articles = word.articles;
        for (var article = articles.docID(); article < windowEnd; article = articles.nextDoc()) {
            sums[article - windowStart] += word.scorer.score(articles.freq(), norm(word.norms, article));
        }
    }

    private static long norm(@Nullable NumericDocValues norms, int article) throws IOException {
        return norms != null && norms.advanceExact(article) ? norms.longValue() : 1;
    }

    private void collect(LeafReaderContext leaf, DocIdSetIterator filtered, int windowStart) throws IOException {
        var liveDocuments = leaf.reader().getLiveDocs();
        for (var i = 0; i < WINDOW; i++) {
            var score = (float) sums[i];
            sums[i] = 0;
            if (score > 0 && best.isCompetitive(score) && (liveDocuments == null || liveDocuments.get(windowStart + i))
                    && passesFilter(filtered, windowStart + i)) {
                best.insertWithOverflow(new ScoreDoc(leaf.docBase + windowStart + i, score));
            }
        }
    }

    private static boolean passesFilter(DocIdSetIterator filtered, int article) throws IOException {
        return (filtered.docID() < article ? filtered.advance(article) : filtered.docID()) == article;
    }
}
