package org.depesche.delivery.search.lucene;

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
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Ranks by hundreds of words: adds up, word by word, what each is worth to the articles that have it. The sums are those of
 * Lucene's own disjunction, which takes several times as long for what makes no difference here: it lets all words meet at each
 * article.
 */
final class TermAtATimeScorer {

    /** Sums are kept for so many articles at once: little enough for the processor's own memory. */
    private static final int WINDOW = 1 << 14;

    private final IndexSearcher searcher;
    private final Weight filter;
    private final TopQueue best;
    private final double[] sums = new double[WINDOW];
    private final List<ScoredTerm> words = new ArrayList<>();

    /** @param filter is asked for those only that would be among the best */
    TermAtATimeScorer(IndexSearcher searcher, Weight filter, int most) {
        this.searcher = searcher;
        this.filter = filter;
        this.best = new TopQueue(most);
    }

    private record ScoredTerm(Term term, TermStates termStates, SimScorer scorer) {
    }

    private record TermPostings(PostingsEnum articles, @Nullable NumericDocValues norms, SimScorer scorer) {
    }

    /** @param words terms with their boosts, each welcome */
    TopDocs topDocs(BooleanQuery words, TermStatesCache places) throws IOException {
        var statistics = new HashMap<String, CollectionStatistics>();
        for (var clause : words) {
            add(clause, places, statistics);
        }
        for (var leaf : searcher.getIndexReader().leaves()) {
            rank(leaf);
        }
        return sorted();
    }

    private void add(BooleanClause clause, TermStatesCache places, Map<String, CollectionStatistics> statistics)
            throws IOException {
        var boost = clause.getQuery() instanceof BoostQuery boosted ? boosted.getBoost() : 1;
        var term = term(clause.getQuery());
        var there = places.of(term, searcher);
        if (there.docFreq() > 0) {
            var field = statistics.get(term.field());
            if (field == null) {
                field = searcher.collectionStatistics(term.field());
                statistics.put(term.field(), field);
            }
            words.add(new ScoredTerm(term, there, searcher.getSimilarity().scorer(boost, field,
                    searcher.termStatistics(term, there.docFreq(), there.totalTermFreq()))));
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
        var standing = postings(leaf);
        var within = supplier.get(best.capacity).iterator();
        for (var from = 0; from < leaf.reader().maxDoc() && !standing.isEmpty(); from += WINDOW) {
            for (var word : standing) {
                sum(word, from, from + WINDOW);
            }
            collect(leaf, within, from);
            standing.removeIf(word -> word.articles.docID() == DocIdSetIterator.NO_MORE_DOCS);
        }
    }

    private List<TermPostings> postings(LeafReaderContext leaf) throws IOException {
        var standing = new ArrayList<TermPostings>();
        for (var word : words) {
            var articles = Postings.of(leaf, word.term, word.termStates, PostingsEnum.FREQS);
            if (articles != null) {
                articles.nextDoc();
                // norms of its own, as they are read in the order of the articles
                standing.add(new TermPostings(articles, leaf.reader().getNormValues(word.term.field()), word.scorer));
            }
        }
        return standing;
    }

    private void sum(TermPostings word, int from, int until) throws IOException {
        var articles = word.articles;
        for (var article = articles.docID(); article < until; article = articles.nextDoc()) {
            sums[article - from] += word.scorer.score(articles.freq(), norm(word.norms, article));
        }
    }

    private static long norm(@Nullable NumericDocValues norms, int article) throws IOException {
        return norms != null && norms.advanceExact(article) ? norms.longValue() : 1;
    }

    private void collect(LeafReaderContext leaf, DocIdSetIterator within, int from) throws IOException {
        var alive = leaf.reader().getLiveDocs();
        for (var i = 0; i < WINDOW; i++) {
            var score = (float) sums[i];
            sums[i] = 0;
            if (score > 0 && best.accepts(score) && (alive == null || alive.get(from + i)) && passesFilter(within, from + i)) {
                best.insertWithOverflow(new ScoreDoc(leaf.docBase + from + i, score));
            }
        }
    }

    private static boolean passesFilter(DocIdSetIterator within, int article) throws IOException {
        return (within.docID() < article ? within.advance(article) : within.docID()) == article;
    }

    private TopDocs sorted() {
        var sorted = new ScoreDoc[best.size()];
        for (var i = sorted.length - 1; i >= 0; i--) {
            sorted[i] = best.pop();
        }
        return new TopDocs(new TotalHits(sorted.length, TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO), sorted);
    }

    /** The worst on top; of equals the later one is worse. */
    private static final class TopQueue extends PriorityQueue<ScoreDoc> {

        private final int capacity;

        private TopQueue(int most) {
            super(most);
            this.capacity = most;
        }

        @Override
        protected boolean lessThan(ScoreDoc one, ScoreDoc other) {
            return one.score == other.score ? one.doc > other.doc : one.score < other.score;
        }

        private boolean accepts(float score) {
            return size() < capacity || score > top().score;
        }
    }
}
