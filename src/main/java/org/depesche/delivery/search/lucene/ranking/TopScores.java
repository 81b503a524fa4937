package org.depesche.delivery.search.lucene.ranking;

import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.PriorityQueue;

/**
 * The articles with the best scores so far: a heap with the lowest of these scores on top. Of equal scores the article with
 * the higher document number is lower.
 */
final class TopScores extends PriorityQueue<ScoreDoc> {

    private final int capacity;

    TopScores(int capacity) {
        super(capacity);
        this.capacity = capacity;
    }

    @Override
    protected boolean lessThan(ScoreDoc left, ScoreDoc right) {
        return left.score == right.score ? left.doc > right.doc : left.score < right.score;
    }

    int capacity() {
        return capacity;
    }

    /** Whether an article with this score would be among the best, if all articles before it have lower document numbers. */
    boolean isCompetitive(float score) {
        return size() < capacity || score > top().score;
    }

    /** Whether an article with this score may be among the best, in whatever order the articles come. */
    boolean mayBeCompetitive(float score) {
        return size() < capacity || score >= top().score;
    }

    /** The score that an article must have at least. */
    float threshold() {
        return size() < capacity ? 0 : top().score;
    }

    /** Removes and returns all articles, the best first. */
    TopDocs topDocs() {
        var sorted = new ScoreDoc[size()];
        for (var i = sorted.length - 1; i >= 0; i--) {
            sorted[i] = pop();
        }
        return new TopDocs(new TotalHits(sorted.length, TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO), sorted);
    }
}
