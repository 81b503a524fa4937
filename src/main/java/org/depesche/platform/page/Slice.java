package org.depesche.platform.page;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** The rows of one page in list order, with the encoded cursors of the adjacent pages. */
public record Slice<R>(List<R> rows, int limit, @Nullable String next, @Nullable String previous) {

    public Slice {
        rows = List.copyOf(rows);
    }

    /** The same page with each row mapped. */
    public <T> Slice<T> map(Function<R, T> view) {
        return new Slice<>(rows.stream().map(view).toList(), limit, next, previous);
    }
}
