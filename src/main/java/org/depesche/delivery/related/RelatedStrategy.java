package org.depesche.delivery.related;

/** What chooses related news. */
public enum RelatedStrategy {
    /** The desk's picks, in its order. */
    CURATED,
    /** The closest in content. */
    SIMILAR,
    /** The newest of the same category. */
    LATEST,
    /** The desk's picks, filled up with similar ones and then the newest, without repeats. */
    AUTO
}
