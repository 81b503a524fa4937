package org.depesche.bench.retrieval;

import java.util.List;

/** Counts at which places the right ones stood. */
final class Ranks {

    static final int DEPTH = 10;

    private double reciprocal;
    private int found;
    private int asked;

    /** @param right which one should have been first */
    void add(List<Integer> answer, int right) {
        var place = answer.indexOf(right);
        asked++;
        if (place >= 0 && place < DEPTH) {
            found++;
            reciprocal += 1.0 / (place + 1);
        }
    }

    /** Mean reciprocal rank among the first ten. */
    double mrr() {
        return asked == 0 ? 0 : reciprocal / asked;
    }

    double recall() {
        return asked == 0 ? 0 : (double) found / asked;
    }

    int asked() {
        return asked;
    }
}
