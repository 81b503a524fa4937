package org.depesche.delivery.search.lucene.ranking;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.PriorityQueue;

/**
 * Finds the newest articles that match a query. The segment with the newest article is searched first, and a segment in which
 * all articles are older than those found is not searched. Lucene would look up the terms of the query in each segment.
 */
public final class NewestDocuments {

    private final IndexSearcher searcher;
    private final String field;
    private final List<Segment> segments = new ArrayList<>();

    /** @param field the field with the time of each article, one a document */
    public NewestDocuments(IndexSearcher searcher, String field) throws IOException {
        this.searcher = searcher;
        this.field = field;
        for (var leaf : searcher.getIndexReader().leaves()) {
            var newest = PointValues.getMaxPackedValue(leaf.reader(), field);
            if (newest != null) {
                segments.add(new Segment(leaf, LongPoint.decodeDimension(newest, 0)));
            }
        }
        segments.sort(Comparator.comparingLong(Segment::newest).reversed());
    }

    private record Segment(LeafReaderContext leaf, long newest) {
    }

    /** A matching document, and its time. */
    private record Dated(int document, long time) {
    }

    /** The numbers of the newest documents, the newest first. Of documents of one time, the first one in the index is first. */
    public List<Integer> find(Query query, int limit) throws IOException {
        var matching = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        var found = new Newest(limit);
        for (var segment : segments) {
            if (!found.isFull() || segment.newest >= found.top().time) {
                collect(matching, segment.leaf, found);
            }
        }
        return found.documents();
    }

    private void collect(Weight matching, LeafReaderContext leaf, Newest found) throws IOException {
        var scorer = matching.scorer(leaf);
        if (scorer != null) {
            var live = leaf.reader().getLiveDocs();
            var times = DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), field));
            var matches = scorer.iterator();
            for (var document = matches.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = matches.nextDoc()) {
                if ((live == null || live.get(document)) && times.advanceExact(document)) {
                    found.add(leaf.docBase + document, times.longValue());
                }
            }
        }
    }

    /** A heap with the oldest of the documents on top. */
    private static final class Newest extends PriorityQueue<Dated> {

        private final int limit;

        private Newest(int limit) {
            super(limit);
            this.limit = limit;
        }

        @Override
        protected boolean lessThan(Dated left, Dated right) {
            return left.time == right.time ? left.document > right.document : left.time < right.time;
        }

        private boolean isFull() {
            return size() == limit;
        }

        private void add(int document, long time) {
            if (!isFull() || time >= top().time) {
                insertWithOverflow(new Dated(document, time));
            }
        }

        private List<Integer> documents() {
            var newestFirst = new ArrayDeque<Integer>();
            while (size() > 0) {
                newestFirst.addFirst(pop().document);
            }
            return List.copyOf(newestFirst);
        }
    }
}
