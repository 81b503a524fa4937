package org.depesche.delivery.related;

/** How related news is chosen. */
public enum RelatedStrategy {
    /** The desk's picks, then similar articles, then the newest of the category, without repeats. */
    AUTO,
    /** The desk's picks, in the desk's order. */
    CURATED,
    /** The articles that are most similar in content. */
    SIMILAR,
    /** The newest articles of the same category. */
    LATEST
}
