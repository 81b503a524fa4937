package org.depesche.delivery.search.language;

/** How loosely a word is meant; each level has fields of its own in the index. */
public enum MatchLevel {
    EXACT,
    STEM,
    PART
}
