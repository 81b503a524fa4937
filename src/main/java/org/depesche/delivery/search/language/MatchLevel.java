package org.depesche.delivery.search.language;

/** How loosely a query word matches. Each level has its own fields in the index. */
public enum MatchLevel {
    EXACT,
    STEM,
    PART
}
