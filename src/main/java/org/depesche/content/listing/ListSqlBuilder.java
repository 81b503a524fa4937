package org.depesche.content.listing;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.SECONDS;
import static java.util.stream.Collectors.joining;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Timestamps;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Translates a filter to SQL. The group with the fewest entries drives the statement, in list order with a forced
 * index. Each entry is probed in the other groups by primary key. Measured alternatives: driven by the largest group, a
 * combination of two filters takes a thousand times longer. So does IN with DISTINCT over several lists. A row
 * constructor as keyset condition reads the whole list.
 */
final class ListSqlBuilder {

    /** Earlier than any publication. */
    private static final LocalDate EPOCH = LocalDate.of(1000, 1, 1);

    private static final String PROBE = "(select 1 from published_entry p force index (primary) where p.list_id = %s and"
            + " p.published_at = e.published_at and p.article_id = e.article_id limit 1)";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    /**
     * Entries of several ranges, each ordered and limited. The caller merges them. One row without an article has the
     * position of the change log, and whether there is anything to exclude.
     */
    static ListSqlBuilder page(ResolvedFilter selection, ListOrder order, @Nullable KeysetPosition after, int limit) {
        var builder = new ListSqlBuilder();
        for (var list : selection.driver()) {
            if (after == null) {
                builder.appendRange(selection, list, order, limit);
                continue;
            }
            // Two ranges instead of `time <= :t and (time < :t or id < :id)`, with which every page would read all
            // articles of the same instant again. An import may date ten thousand articles to the same midnight.
            builder.appendRange(selection, list, order, limit, " and e." + order.column() + " = ? and e.article_id "
                    + (order.descending() ? "<" : ">") + " ?", after.time(), after.article());
            builder.appendRange(selection, list, order, limit,
                    " and e." + order.column() + (order.descending() ? " < ?" : " > ?"), after.time());
        }
        builder.appendLogPosition(selection);
        return builder;
    }

    /** Returns a query for the newest entries of each filter with its number, filter by filter. One list drives each filter. */
    static ListSqlBuilder newest(List<ResolvedFilter> selections, int limit) {
        var builder = new ListSqlBuilder();
        for (var number = 0; number < selections.size(); number++) {
            var selection = selections.get(number);
            builder.sql.append(number == 0 ? "" : " union all ").append("(select ").append(number)
                    .append(" number, e.article_id, e.published_at, e.updated_at from published_entry e force index (primary)")
                    .append(" where e.list_id = ?");
            builder.arguments.add(selection.driver().iterator().next());
            builder.appendConditions(selection, false);
            builder.sql.append(" order by e.published_at desc, e.article_id desc limit ").append(limit).append(')');
        }
        return builder;
    }

    /** Returns a query for the number of distinct articles. */
    static ListSqlBuilder count(ResolvedFilter selection) {
        var builder = new ListSqlBuilder();
        builder.sql.append(selection.driver().size() == 1 ? "select count(*)" : "select count(distinct e.article_id)")
                .append(" from published_entry e force index (primary) where e.list_id in (")
                .append(builder.addArguments(selection.driver())).append(')');
        builder.appendConditions(selection, false);
        return builder;
    }

    /**
     * Returns a query for the number of articles in each range, by the number of the range from 1 on. Each list of the driving
     * group is scanned once, without the articles of the lists before it. A join with the ranges would scan it once for each
     * range.
     * @param starts the starts of the ranges in ascending order; a range ends where the next one starts
     */
    static ListSqlBuilder histogram(ResolvedFilter selection, List<Instant> starts) {
        var builder = new ListSqlBuilder();
        // integers, because INTERVAL compares nothing else; MariaDB finds the range by binary search
        var range = "interval(timestampdiff(second, '" + EPOCH + "', e.published_at), " + starts.stream()
                .map(start -> Long.toString(SECONDS.between(EPOCH.atStartOfDay(UTC).toInstant(), start))).collect(joining(", "))
                + ")";
        var scanned = new ArrayList<Integer>();
        for (var list : selection.driver()) {
            builder.sql.append(builder.sql.isEmpty() ? "" : " union all ").append("(select ").append(range)
                    .append(" number, count(*) from published_entry e force index (primary) where e.list_id = ?");
            builder.arguments.add(list);
            builder.appendConditions(selection, false);
            if (!scanned.isEmpty()) {
                builder.appendProbe(" and ", scanned, " is null");
            }
            builder.sql.append(" group by number)");
            scanned.add(list);
        }
        return builder;
    }

    /** A row of its own, which a page without articles has, too. Subqueries would be read again for each list. */
    private void appendLogPosition(ResolvedFilter selection) {
        sql.append(" union all (select null, null, null, value, vocabulary, false");
        selection.overlaps().forEach(list -> sql.append(" or exists(select 1").append(filledListWith(list)).append(")"));
        sql.append(" from change_counter where id = 1)");
    }

    private void appendRange(ResolvedFilter selection, int list, ListOrder order, int limit) {
        appendRange(selection, list, order, limit, "");
    }

    private void appendRange(ResolvedFilter selection, int list, ListOrder order, int limit, String condition,
            Object... values) {
        var direction = order.descending() ? " desc" : " asc";
        sql.append(sql.isEmpty() ? "" : " union all ")
                .append("(select e.article_id, e.published_at, e.updated_at, null, null, null from published_entry e")
                .append(" force index (").append(order.index()).append(") where e.list_id = ?").append(condition);
        arguments.add(list);
        Collections.addAll(arguments, values);
        appendConditions(selection, order.isByUpdate());
        sql.append(" order by e.").append(order.column()).append(direction).append(", e.article_id").append(direction)
                .append(" limit ").append(limit).append(')');
    }

    private void appendConditions(ResolvedFilter selection, boolean byUpdate) {
        if (selection.from() != null) {
            // nothing is updated before it is published, so that this bounds the scan in that order, too
            appendBound(" and e.published_at >= ?", selection.from());
            if (byUpdate) {
                appendBound(" and e.updated_at >= ?", selection.from());
            }
        }
        if (selection.before() != null) {
            appendBound(" and e.published_at < ?", selection.before());
        }
        selection.probes().forEach(group -> appendProbe(" and ", group, " is not null"));
        selection.exclusions().forEach(this::appendExclusion);
        if (!selection.excludedArticles().isEmpty()) {
            sql.append(" and e.article_id not in (").append(addArguments(selection.excludedArticles())).append(')');
        }
        // probed, and not listed as ids: a collection may change while a client pages, and may have a thousand articles
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

    // Most lists have nothing to exclude. The database reads that once for the statement, and then probes no entry. A list
    // that never had an article has no id that could be known.
    private void appendExclusion(ResolvedFilter.Exclusion exclusion) {
        sql.append(" and ((select 1").append(filledListWith(exclusion.overlap())).append(") is null or ");
        sql.append(PROBE.formatted("(select l.id" + listWith(exclusion.list()) + ")")).append(" is null)");
    }

    private String filledListWith(ListKey key) {
        return listWith(key) + " and l.size > 0";
    }

    private String listWith(ListKey key) {
        arguments.add(key.site());
        arguments.add(key.bytes());
        return " from published_list l where l.site_id = ? and l.kind = '" + key.kind().letter() + "' and l.value = ?";
    }

    // Scalar subqueries with a limit instead of EXISTS, which the optimizer turns into a join that may start at the
    // wrong end. One subquery for each list: with `list_id in (…)` the database reads all entries of these lists for
    // each probed entry.
    private void appendProbe(String operator, Collection<Integer> lists, String verdict) {
        var probes = new StringJoiner(", ", operator + "coalesce(", ")" + verdict);
        for (var list : lists) {
            probes.add(PROBE.formatted("?"));
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

    /** Binds the arguments to a statement with this text. */
    void bind(PreparedStatement statement) throws SQLException {
        for (var i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument instanceof UUID id) {
                statement.setBytes(i + 1, Uuid7.bytes(id));
            } else if (argument instanceof byte[] value) {
                statement.setBytes(i + 1, value);
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
            } else if (argument instanceof byte[] value) {
                query.bind(i, value);
            } else if (argument instanceof Instant time) {
                query.bind(i, time);
            } else {
                query.bind(i, (Integer) argument);
            }
        }
        return query;
    }
}
