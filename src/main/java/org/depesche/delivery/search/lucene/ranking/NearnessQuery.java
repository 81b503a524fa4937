package org.depesche.delivery.search.lucene.ranking;

import java.io.IOException;

import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * Scores articles by the distance of their time from an instant, as Lucene's distance feature query does, and limits the score
 * of the articles of a segment: of those of a former year, none is fresh.
 */
public final class NearnessQuery extends Query {

    private final String field;
    private final float boost;
    private final long origin;
    private final long half;

    /**
     * @param field a {@link LongField} with one value in each article
     * @param half the distance at which an article scores half of the boost
     */
    public NearnessQuery(String field, float boost, long origin, long half) {
        this.field = field;
        this.boost = boost;
        this.origin = origin;
        this.half = half;
    }

    /** The highest score that an article of the segment may have. */
    float maxScore(LeafReaderContext segment) throws IOException {
        var points = segment.reader().getPointValues(field);
        if (points == null) {
            return 0;
        }
        var first = LongPoint.decodeDimension(points.getMinPackedValue(), 0);
        var last = LongPoint.decodeDimension(points.getMaxPackedValue(), 0);
        var distance = Math.max(0, Math.max(first - origin, origin - last));
        return (float) (boost * (half / (half + (double) distance)));
    }

    @Override
    public Query rewrite(IndexSearcher searcher) {
        return LongField.newDistanceFeatureQuery(field, boost, origin, half);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public String toString(String defaultField) {
        return "nearness(" + field + " to " + origin + ", half at " + half + ")^" + boost;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NearnessQuery query && field.equals(query.field) && boost == query.boost
                && origin == query.origin && half == query.half;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * field.hashCode() + Float.hashCode(boost)) + Long.hashCode(origin)) + Long.hashCode(half);
    }
}
