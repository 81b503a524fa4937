package org.depesche.delivery.related;

/** What chooses related news. */
public enum Strategy {
    /** The desk's picks, in its order. */
    CURATED,
    /** The newest of the same category. */
    LATEST,
    /** The desk's picks, filled up with the newest, without repeats. */
    AUTO
}
