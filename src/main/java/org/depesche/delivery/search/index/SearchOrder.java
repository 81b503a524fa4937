package org.depesche.delivery.search.index;

/** The orders of search results. Hits of the same time are ordered by their id. */
public enum SearchOrder {
    RELEVANCE("relevance"),
    NEWEST("-publishedAt"),
    OLDEST("publishedAt");

    private final String parameter;

    SearchOrder(String parameter) {
        this.parameter = parameter;
    }

    /** The value of the {@code sort} parameter. */
    public String parameter() {
        return parameter;
    }

    /** The opposite order by date. */
    public SearchOrder reversed() {
        return switch (this) {
            case RELEVANCE -> throw new IllegalStateException("The best hits are not paged backwards");
            case NEWEST -> OLDEST;
            case OLDEST -> NEWEST;
        };
    }
}
