package org.depesche.bench.retrieval;

import java.util.List;

/** Counts at which places the right ones stood. */
final class RankMetrics {

    static final int DEPTH = 10;

    private double reciprocal;
    private int found;
    private int queries;

    /** @param right which one should have been first */
    void add(List<Integer> answer, int right) {
        var place = answer.indexOf(right);
        queries++;
        if (place >= 0 && place < DEPTH) {
            found++;
            reciprocal += 1.0 / (place + 1);
        }
    }

    /** Mean reciprocal rank among the first ten. */
    double mrr() {
        return queries == 0 ? 0 : reciprocal / queries;
    }

    double recall() {
        return queries == 0 ? 0 : (double) found / queries;
    }

    int queries() {
        return queries;
    }
}
