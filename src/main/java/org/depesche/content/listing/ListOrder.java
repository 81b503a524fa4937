package org.depesche.content.listing;

import java.time.Instant;
import java.util.Comparator;

/** The four total orders of a list: by a time, and then by the id. */
public enum ListOrder {
    NEWEST("-publishedAt", "published_at", true),
    OLDEST("publishedAt", "published_at", false),
    LATEST_UPDATED("-updatedAt", "updated_at", true),
    EARLIEST_UPDATED("updatedAt", "updated_at", false);

    private final String parameter;
    private final String column;
    private final boolean descending;

    ListOrder(String parameter, String column, boolean descending) {
        this.parameter = parameter;
        this.column = column;
        this.descending = descending;
    }

    /** Returns the value of the {@code sort} parameter. */
    public String parameter() {
        return parameter;
    }

    /** Returns the time by which a hit is ordered. */
    public Instant time(ListHit hit) {
        return isByUpdate() ? hit.updatedAt() : hit.publishedAt();
    }

    boolean isByUpdate() {
        return "updated_at".equals(column);
    }

    String column() {
        return column;
    }

    /** Returns the index whose entries are in this order. */
    String index() {
        return isByUpdate() ? "by_updated" : "primary";
    }

    boolean descending() {
        return descending;
    }

    /** Returns the opposite order. */
    public ListOrder reversed() {
        return switch (this) {
            case NEWEST -> OLDEST;
            case OLDEST -> NEWEST;
            case LATEST_UPDATED -> EARLIEST_UPDATED;
            case EARLIEST_UPDATED -> LATEST_UPDATED;
        };
    }

    Comparator<ListHit> comparator() {
        // as the database compares binary(16): unsigned, which UUID.compareTo is not
        var ascending = Comparator.comparing(this::time)
                .thenComparing(hit -> hit.article().getMostSignificantBits(), Long::compareUnsigned)
                .thenComparing(hit -> hit.article().getLeastSignificantBits(), Long::compareUnsigned);
        return descending ? ascending.reversed() : ascending;
    }
}
