package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.Objects;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Collects the best hits that a filter lets through; it is asked only for those that would be among them. */
final class BestWithin implements CollectorManager<BestWithin.Part, TopDocs> {

    private final Weight filter;
    private final int most;

    BestWithin(Weight filter, int most) {
        this.filter = filter;
        this.most = most;
    }

    @Override
    public Part newCollector() {
        return new Part(filter, new Best(most));
    }

    @Override
    public TopDocs reduce(Collection<Part> parts) {
        var all = new Best(most);
        parts.forEach(part -> part.best.forEach(all::insertWithOverflow));
        var sorted = new ScoreDoc[all.size()];
        for (var i = sorted.length - 1; i >= 0; i--) {
            sorted[i] = all.pop();
        }
        return new TopDocs(new TotalHits(sorted.length, TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO), sorted);
    }

    /** The worst on top; of equals the later one is worse. */
    private static final class Best extends PriorityQueue<ScoreDoc> {

        private final int most;

        private Best(int most) {
            super(most);
            this.most = most;
        }

        @Override
        protected boolean lessThan(ScoreDoc one, ScoreDoc other) {
            return one.score == other.score ? one.doc > other.doc : one.score < other.score;
        }

        private boolean takes(float score) {
            return size() < most || score > top().score;
        }
    }

    /** What one thread collects. */
    static final class Part implements Collector {

        private final Weight filter;
        private final Best best;

        private Part(Weight filter, Best best) {
            this.filter = filter;
            this.best = best;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
            var within = filter.scorerSupplier(leaf);
            if (within == null) {
                throw new CollectionTerminatedException();
            }
            return new Leaf(leaf.docBase, within.get(best.most).iterator());
        }

        private final class Leaf implements LeafCollector {

            private final int base;
            private final DocIdSetIterator within;
            private @Nullable Scorable scored;

            private Leaf(int base, DocIdSetIterator within) {
                this.base = base;
                this.within = within;
            }

            @Override
            public void setScorer(Scorable scorer) {
                scored = scorer;
            }

            @Override
            public void collect(int document) throws IOException {
                var score = Objects.requireNonNull(scored).score();
                if (best.takes(score) && isWithin(document)) {
                    best.insertWithOverflow(new ScoreDoc(base + document, score));
                }
            }

            private boolean isWithin(int document) throws IOException {
                if (within.docID() < document) {
                    within.advance(document);
                }
                return within.docID() == document;
            }
        }
    }
}
