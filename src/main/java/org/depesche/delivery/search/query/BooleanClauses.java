package org.depesche.delivery.search.query;

import java.util.ArrayList;
import java.util.List;

/** The clauses of a Boolean query, as in Lucene: must, should, filter and must-not. */
public final class BooleanClauses<Q> {

    private final List<Q> mustClauses = new ArrayList<>();
    private final List<Q> shouldClauses = new ArrayList<>();
    private final List<Q> filterClauses = new ArrayList<>();
    private final List<Q> mustNotClauses = new ArrayList<>();
    private int minimumShouldMatch;
    private float boost = 1;

    BooleanClauses<Q> must(Q clause) {
        mustClauses.add(clause);
        return this;
    }

    public BooleanClauses<Q> should(Q clause) {
        shouldClauses.add(clause);
        return this;
    }

    public BooleanClauses<Q> filter(Q clause) {
        filterClauses.add(clause);
        return this;
    }

    BooleanClauses<Q> mustNot(Q clause) {
        mustNotClauses.add(clause);
        return this;
    }

    /** How many of the should clauses have to match. */
    BooleanClauses<Q> minimumShouldMatch(int number) {
        minimumShouldMatch = number;
        return this;
    }

    BooleanClauses<Q> boost(float factor) {
        boost = factor;
        return this;
    }

    public List<Q> mustClauses() {
        return List.copyOf(mustClauses);
    }

    public List<Q> shouldClauses() {
        return List.copyOf(shouldClauses);
    }

    public List<Q> filterClauses() {
        return List.copyOf(filterClauses);
    }

    public List<Q> mustNotClauses() {
        return List.copyOf(mustNotClauses);
    }

    /**
     * How many of the should clauses have to match. 0 is the backend's default: one if there is neither a must nor a
     * filter clause, otherwise none.
     */
    public int minimumShouldMatch() {
        return minimumShouldMatch;
    }

    public float boost() {
        return boost;
    }
}
