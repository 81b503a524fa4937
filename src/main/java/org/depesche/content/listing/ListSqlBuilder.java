package org.depesche.content.listing;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Timestamps;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Writes a selection as SQL: the rarest group is walked in list order by a forced index, the other groups are probed by
 * primary key, entry by entry. Measured before: driven by the largest, a combination of two takes a thousand times longer;
 * IN + DISTINCT over several lists likewise; a row constructor as keyset condition reads the whole list.
 */
final class ListSqlBuilder {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    /** Entries of several ranges, each in order and limited; the caller merges them. */
    static ListSqlBuilder page(ResolvedFilter selection, ListOrder order, @Nullable KeysetPosition after, int limit) {
        var built = new ListSqlBuilder();
        for (var list : selection.driver()) {
            if (after == null) {
                built.appendRange(selection, list, order, limit);
                continue;
            }
            // Two ranges instead of `time <= :t and (time < :t or id < :id)`: an import dates ten thousand articles to one
            // midnight, and the one condition would read all of them again on every page.
            built.appendRange(selection, list, order, limit, " and e." + order.column() + " = ? and e.article_id "
                    + (order.descending() ? "<" : ">") + " ?", after.time(), after.article());
            built.appendRange(selection, list, order, limit,
                    " and e." + order.column() + (order.descending() ? " < ?" : " > ?"), after.time());
        }
        return built;
    }

    /** The newest of each list, list by list, each in its order. */
    static ListSqlBuilder newest(Collection<Integer> lists, int limit) {
        var built = new ListSqlBuilder();
        for (var list : lists) {
            built.sql.append(built.sql.isEmpty() ? "" : " union all ")
                    .append("(select list_id, article_id, published_at, updated_at from published_entry force index (primary)")
                    .append(" where list_id = ? order by published_at desc, article_id desc limit ").append(limit).append(')');
            built.arguments.add(list);
        }
        return built;
    }

    /** How many articles, each once. */
    static ListSqlBuilder count(ResolvedFilter selection) {
        var built = new ListSqlBuilder();
        built.sql.append(selection.driver().size() == 1 ? "select count(*)" : "select count(distinct e.article_id)")
                .append(" from published_entry e force index (primary) where e.list_id in (")
                .append(built.addArguments(selection.driver())).append(')');
        built.appendConditions(selection, false);
        return built;
    }

    /** The first and the last publication; null in an empty selection. */
    static ListSqlBuilder span(ResolvedFilter selection) {
        var built = new ListSqlBuilder();
        built.sql.append("select min(lowest), max(highest) from (");
        var union = new StringJoiner(" union all ");
        for (var list : selection.driver()) {
            union.add("select min(published_at) lowest, max(published_at) highest from published_entry where list_id = ?");
            built.arguments.add(list);
        }
        built.sql.append(union).append(") spans");
        return built;
    }

    /** How many articles in each of these ranges: {@code bounds} has one more element than there are ranges. */
    static ListSqlBuilder histogram(ResolvedFilter selection, List<Instant> bounds) {
        var built = new ListSqlBuilder();
        built.sql.append("select straight_join b.number, count(distinct e.article_id) from (");
        var ranges = new StringJoiner(" union all ");
        for (var i = 0; i + 1 < bounds.size(); i++) {
            ranges.add("select " + i + " number, cast(? as datetime(6)) lowest, cast(? as datetime(6)) highest");
            built.arguments.add(bounds.get(i));
            built.arguments.add(bounds.get(i + 1));
        }
        built.sql.append(ranges).append(") b join published_entry e force index (primary) on e.list_id in (")
                .append(built.addArguments(selection.driver()))
                .append(") and e.published_at >= b.lowest and e.published_at < b.highest where 1 = 1");
        built.appendConditions(selection, false);
        built.sql.append(" group by b.number");
        return built;
    }

    private void appendRange(ResolvedFilter selection, int list, ListOrder order, int limit) {
        appendRange(selection, list, order, limit, "");
    }

    private void appendRange(ResolvedFilter selection, int list, ListOrder order, int limit, String condition,
            Object... values) {
        var direction = order.descending() ? " desc" : " asc";
        sql.append(sql.isEmpty() ? "" : " union all ")
                .append("(select e.article_id, e.published_at, e.updated_at from published_entry e force index (")
                .append(order.index()).append(") where e.list_id = ?").append(condition);
        arguments.add(list);
        Collections.addAll(arguments, values);
        appendConditions(selection, order.isByUpdate());
        sql.append(" order by e.").append(order.column()).append(direction).append(", e.article_id").append(direction)
                .append(" limit ").append(limit).append(')');
    }

    private void appendConditions(ResolvedFilter selection, boolean byUpdate) {
        if (selection.from() != null) {
            // nothing is updated before it is published, so this bounds the walk in that order too
            appendBound(" and e.published_at >= ?", selection.from());
            if (byUpdate) {
                appendBound(" and e.updated_at >= ?", selection.from());
            }
        }
        if (selection.before() != null) {
            appendBound(" and e.published_at < ?", selection.before());
        }
        selection.probes().forEach(group -> appendProbe(group, " is not null"));
        if (!selection.noneOf().isEmpty()) {
            appendProbe(selection.noneOf(), " is null");
        }
        if (!selection.excludedArticles().isEmpty()) {
            sql.append(" and e.article_id not in (").append(addArguments(selection.excludedArticles())).append(')');
        }
        // probed, not listed: a collection changes while somebody pages, and may hold a thousand
        if (!selection.excludedCollections().isEmpty()) {
            sql.append(" and (select 1 from collection_article c force index (by_member) where c.collection_id in (")
                    .append(addArguments(selection.excludedCollections()))
                    .append(") and c.article_id = e.article_id limit 1) is null");
        }
    }

    private void appendBound(String condition, Instant bound) {
        sql.append(condition);
        arguments.add(bound);
    }

    // Scalar subqueries with a limit, not EXISTS: that the optimiser turns into a join and may walk from the wrong end. One for
    // each list: with `list_id in (…)` it reads all entries of these lists for each entry that is probed.
    private void appendProbe(Collection<Integer> lists, String verdict) {
        var probes = new StringJoiner(", ", " and coalesce(", ")" + verdict);
        for (var list : lists) {
            probes.add("(select 1 from published_entry p force index (primary) where p.list_id = ? and"
                    + " p.published_at = e.published_at and p.article_id = e.article_id limit 1)");
            arguments.add(list);
        }
        sql.append(probes);
    }

    private String addArguments(Collection<?> values) {
        arguments.addAll(values);
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    String text() {
        return sql.toString();
    }

    /** For a statement made of the text. */
    void bind(PreparedStatement statement) throws SQLException {
        for (var i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument instanceof UUID id) {
                statement.setBytes(i + 1, Uuid7.bytes(id));
            } else if (argument instanceof Instant time) {
                Timestamps.bind(statement, i + 1, time);
            } else {
                statement.setInt(i + 1, (Integer) argument);
            }
        }
    }

    Query createQuery(Handle handle) {
        var query = handle.createQuery(sql.toString());
        for (var i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument instanceof UUID id) {
                query.bind(i, id);
            } else if (argument instanceof Instant time) {
                query.bind(i, time);
            } else {
                query.bind(i, (Integer) argument);
            }
        }
        return query;
    }

    /** A selection by the numbers of its lists: one group to walk, the others to probe. */
    record ResolvedFilter(Set<Integer> driver, List<Set<Integer>> probes, Set<Integer> noneOf, @Nullable Instant from,
            @Nullable Instant before, Set<UUID> excludedArticles, Set<UUID> excludedCollections) {
    }
}
