package org.depesche.platform.page;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of one page of a keyset-paged list: the condition, the order, and the values of the cursor. The list is sorted by one
 * column, and by the id among equal values.
 *
 * <pre>
 * var keyset = Keyset.ascending(page, "name", "id");
 * handle.createQuery("select … where true" + keyset.condition() + keyset.order())
 * keyset.bind(query, name -&gt; name);
 * </pre>
 *
 * @param column the column to sort by; null when the id alone is the order
 */
public record Keyset(PageQuery page, boolean isDescending, @Nullable String column, String id) {

    private static final String VALUE = "keyValue";
    private static final String ID = "keyId";

    /** A list in the order of the column, and of the id among equal values. */
    public static Keyset ascending(PageQuery page, String column, String id) {
        return new Keyset(page, page.isBackwards(), column, id);
    }

    /** The same list in the opposite order. */
    public static Keyset descending(PageQuery page, String column, String id) {
        return new Keyset(page, !page.isBackwards(), column, id);
    }

    /** A list with the highest id first. */
    public static Keyset descending(PageQuery page, String id) {
        return new Keyset(page, !page.isBackwards(), null, id);
    }

    /**
     * The condition that skips the rows before the page, beginning with {@code and}; empty on the first page. It is no row
     * constructor, because MariaDB does not turn a row constructor into a range.
     */
    public String condition() {
        if (page.key().isEmpty()) {
            return "";
        }
        var beyond = isDescending ? "<" : ">";
        return column == null ? " and %s %s :%s".formatted(id, beyond, ID)
                : " and %1$s %2$s= :%4$s and (%1$s %2$s :%4$s or %3$s %2$s :%5$s)".formatted(column, beyond, id, VALUE, ID);
    }

    /** {@code order by} and {@code limit} of the page. */
    public String order() {
        return order(column, id);
    }

    /** The same for a statement that calls the columns by other names. */
    public String order(@Nullable String column, String id) {
        var direction = isDescending ? " desc" : "";
        return " order by " + Optional.ofNullable(column).map(name -> name + direction + ", ").orElse("") + id + direction
                + " limit " + page.fetchSize();
    }

    /** Binds the values of the cursor; {@code valueOf} turns the text of the sorted column into its type. */
    public <S extends SqlStatement<S>> S bind(S statement, Function<String, ?> valueOf) {
        if (page.key().isEmpty()) {
            return statement;
        }
        var bound = column == null ? statement : statement.bind(VALUE, page.key(0, valueOf));
        return bound.bind(ID, page.key(column == null ? 0 : 1, UUID::fromString));
    }
}
