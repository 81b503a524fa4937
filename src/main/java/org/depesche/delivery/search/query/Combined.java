package org.depesche.delivery.search.query;

import java.util.ArrayList;
import java.util.List;

/** A query of parts: those that must be there, that count, that only have to hold, and that may not. */
public final class Combined<Q> {

    private final List<Q> wanted = new ArrayList<>();
    private final List<Q> welcome = new ArrayList<>();
    private final List<Q> filters = new ArrayList<>();
    private final List<Q> unwanted = new ArrayList<>();
    private int least;
    private float boost = 1;

    Combined<Q> must(Q part) {
        wanted.add(part);
        return this;
    }

    Combined<Q> should(Q part) {
        welcome.add(part);
        return this;
    }

    Combined<Q> filter(Q part) {
        filters.add(part);
        return this;
    }

    Combined<Q> not(Q part) {
        unwanted.add(part);
        return this;
    }

    /** How many of the welcome ones have to be there. */
    Combined<Q> least(int number) {
        least = number;
        return this;
    }

    Combined<Q> boosted(float factor) {
        boost = factor;
        return this;
    }

    public List<Q> wanted() {
        return List.copyOf(wanted);
    }

    public List<Q> welcome() {
        return List.copyOf(welcome);
    }

    public List<Q> filters() {
        return List.copyOf(filters);
    }

    public List<Q> unwanted() {
        return List.copyOf(unwanted);
    }

    /** 0: as many as make sense, one where nothing else is wanted. */
    public int least() {
        return least;
    }

    public float boost() {
        return boost;
    }
}
