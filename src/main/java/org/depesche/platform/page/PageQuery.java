package org.depesche.platform.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import org.depesche.platform.page.Cursor.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a list request wants. Fetch {@link #fetchSize()} rows beyond {@link #key()} in list order, or against it when
 * {@link #isBackwards()}; {@link #slice} makes the page of them. The one row more tells whether there is a neighbour.
 *
 * @param limit how many items the page has at most
 * @param sort the name of the order
 * @param filter any text that is the same for the same filter
 * @param cursor where to go on, absent at the beginning
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

    /** The sort key of the row beside the page, empty at the beginning of the list. */
    public List<String> key() {
        return cursor == null ? List.of() : cursor.key();
    }

    /** The page out of up to {@link #fetchSize()} rows as they were fetched. */
    public <R> Slice<R> slice(List<R> fetched, Function<R, List<String>> keyOf) {
        var rows = new ArrayList<>(fetched.subList(0, Math.min(limit, fetched.size())));
        var isMore = fetched.size() > limit;
        if (isBackwards()) {
            Collections.reverse(rows);
        }
        var hasNext = !rows.isEmpty() && (isBackwards() || isMore);
        var hasPrevious = !rows.isEmpty() && (isBackwards() ? isMore : cursor != null);
        return new Slice<>(rows, limit,
                hasNext ? cursorAt(Direction.NEXT, keyOf.apply(rows.get(rows.size() - 1))) : null,
                hasPrevious ? cursorAt(Direction.PREVIOUS, keyOf.apply(rows.get(0))) : null);
    }

    private String cursorAt(Direction direction, List<String> key) {
        return new Cursor(direction, sort, key).encode(filter);
    }
}
