package org.depesche.platform.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

import org.depesche.platform.page.Cursor.Direction;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
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

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

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

    /**
     * One part of the sort key. A client can write a cursor of its own, so that a part may be missing or no value.
     *
     * @param parse reads the part; its exception for a wrong text becomes a problem
     */
    public <T> T key(int index, Function<String, T> parse) {
        try {
            return parse.apply(key().get(index));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException | NoSuchElementException forged) {
            throw Problem.invalidParameters(List.of(InputError.inParameter("cursor", Cursor.INVALID_MESSAGE)));
        }
    }

    /** Parses a part of a sort key that is a time, which the database has to hold. */
    public static Instant keyTime(String text) {
        var time = Instant.parse(text);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new DateTimeException(text);
        }
        return time;
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
