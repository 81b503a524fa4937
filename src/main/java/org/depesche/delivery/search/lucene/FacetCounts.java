package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;
import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.document.IndexFields;

/** Counts the hits in each list of some kinds on one site. */
final class FacetCounts implements CollectorManager<FacetCounts.Counter, Map<ListKey, Long>> {

    private final List<BytesRef> prefixes;

    /** @param prefixes the prefixes of the lists to count, see {@link LuceneFieldValues#prefix} */
    FacetCounts(List<BytesRef> prefixes) {
        this.prefixes = prefixes;
    }

    @Override
    public Counter newCollector() {
        return new Counter(prefixes);
    }

    @Override
    public Map<ListKey, Long> reduce(Collection<Counter> counters) throws IOException {
        var total = new HashMap<ListKey, Long>();
        for (var counter : counters) {
            counter.finish();
            counter.found.forEach((list, count) -> total.merge(list, count, Long::sum));
        }
        return total;
    }

    /** The counts of one search thread. Counts are kept by ordinal within a segment, and by list across segments. */
    static final class Counter implements Collector {

        private final List<BytesRef> prefixes;
        private final Map<ListKey, Long> found = new HashMap<>();
        private SortedSetDocValues values = DocValues.emptySortedSet();
        private long[] counts = {};

        private Counter(List<BytesRef> prefixes) {
            this.prefixes = prefixes;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            finish();
            values = DocValues.getSortedSet(context.reader(), IndexFields.LIST);
            counts = new long[(int) values.getValueCount()];
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {
                    // scores are not needed
                }

                @Override
                public void collect(int document) throws IOException {
                    count(document);
                }
            };
        }

        private void count(int document) throws IOException {
            if (values.advanceExact(document)) {
                for (var remaining = values.docValueCount(); remaining > 0; remaining--) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }

        private void finish() throws IOException {
            for (var prefix : prefixes) {
                for (var ord = firstOrdinal(prefix); ord < counts.length && startsWith(values.lookupOrd(ord), prefix); ord++) {
                    if (counts[(int) ord] > 0) {
                        found.merge(LuceneFieldValues.list(values.lookupOrd(ord)), counts[(int) ord], Long::sum);
                    }
                }
            }
            counts = new long[0];
        }

        private long firstOrdinal(BytesRef prefix) throws IOException {
            if (counts.length == 0) {
                return 0;
            }
            var ord = values.lookupTerm(prefix);
            return ord < 0 ? -ord - 1 : ord;
        }

        private static boolean startsWith(BytesRef value, BytesRef prefix) {
            return value.length >= prefix.length && new BytesRef(value.bytes, value.offset, prefix.length).equals(prefix);
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
