package org.depesche.delivery.search.query;

import java.util.ArrayList;
import java.util.List;

/** A query of parts: those that must be there, that count, that only have to hold, and that may not. */
public final class BooleanClauses<Q> {

    private final List<Q> mustClauses = new ArrayList<>();
    private final List<Q> shouldClauses = new ArrayList<>();
    private final List<Q> filterClauses = new ArrayList<>();
    private final List<Q> mustNotClauses = new ArrayList<>();
    private int minimumShouldMatch;
    private float boost = 1;

    BooleanClauses<Q> must(Q part) {
        mustClauses.add(part);
        return this;
    }

    BooleanClauses<Q> should(Q part) {
        shouldClauses.add(part);
        return this;
    }

    BooleanClauses<Q> filter(Q part) {
        filterClauses.add(part);
        return this;
    }

    BooleanClauses<Q> mustNot(Q part) {
        mustNotClauses.add(part);
        return this;
    }

    /** How many of the welcome ones have to be there. */
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

    /** 0: as many as make sense, one where nothing else is wanted. */
    public int minimumShouldMatch() {
        return minimumShouldMatch;
    }

    public float boost() {
        return boost;
    }
}
