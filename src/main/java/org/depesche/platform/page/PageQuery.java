package org.depesche.platform.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import org.depesche.platform.page.Cursor.Direction;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a list request needs. Fetch {@link #fetchSize()} rows after {@link #key()} in list order, or in reverse
 * order when {@link #isBackwards()}. {@link #slice} makes a page of them. One row more than the limit is fetched, which
 * tells whether there is a further page.
 * @param limit the maximum number of items
 * @param sort the name of the order
 * @param filter any text that is equal for equal filters
 * @param cursor where to continue; null at the beginning
 */
public record PageQuery(int limit, String sort, String filter, @Nullable Cursor cursor) {

    public static final int DEFAULT_LIMIT = 15;
    public static final int MAX_LIMIT = 100;

    public int fetchSize() {
        return limit + 1;
    }

    public boolean isBackwards() {
        return cursor != null && cursor.direction() == Direction.PREVIOUS;
    }

    /** The sort key of the row before the page; empty at the beginning of the list. */
    public List<String> key() {
        return cursor == null ? List.of() : cursor.key();
    }

    /** Makes a page of up to {@link #fetchSize()} rows in the order in which they were fetched. */
    public <R> Slice<R> slice(List<R> fetched, Function<R, List<String>> keyOf) {
        var rows = new ArrayList<>(fetched.subList(0, Math.min(limit, fetched.size())));
        var hasMore = fetched.size() > limit;
        if (isBackwards()) {
            Collections.reverse(rows);
        }
        var hasNext = !rows.isEmpty() && (isBackwards() || hasMore);
        var hasPrevious = !rows.isEmpty() && (isBackwards() ? hasMore : cursor != null);
        return new Slice<>(rows, limit,
                hasNext ? cursorAt(Direction.NEXT, keyOf.apply(rows.get(rows.size() - 1))) : null,
                hasPrevious ? cursorAt(Direction.PREVIOUS, keyOf.apply(rows.get(0))) : null);
    }

    private String cursorAt(Direction direction, List<String> key) {
        return new Cursor(direction, sort, key).encode(filter);
    }
}
