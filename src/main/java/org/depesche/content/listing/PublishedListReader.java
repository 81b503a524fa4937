package org.depesche.content.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcReader;
import org.depesche.platform.database.Timestamps;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads pages, counts and histograms of filtered lists, at a cost that does not depend on the depth. */
@Singleton
public class PublishedListReader {

    private final Jdbi jdbi;
    private final JdbcReader sql;
    private final ListRegistry registry;
    private final ListFilterResolver filters;
    private final ChangeLogPositionTracker positions;
    private final ListingConfig config;
    private final EmptyLists emptyLists = new EmptyLists();

    PublishedListReader(Jdbi jdbi, JdbcReader sql, ListRegistry listings, ChangeLogPositionTracker positions,
            ListingConfig config) {
        this.jdbi = jdbi;
        this.sql = sql;
        this.registry = listings;
        this.filters = new ListFilterResolver(listings);
        this.positions = positions;
        this.config = config;
    }

    /** Returns the next {@code limit} articles after a position, or the first ones. */
    public List<ListHit> page(ListFilter selection, ListOrder order, @Nullable KeysetPosition position, int limit) {
        var range = new Range(order, position, limit, timeout(selection));
        return filters.resolve(selection).map(resolved -> read(resolved, range).hits()).orElse(List.of());
    }

    /**
     * Returns the same articles as {@link #page}, and records the position of the change log. A list of exclusions that is
     * known to be empty at that position is not checked, because the check takes a third of the statement's time.
     */
    public List<ListHit> pageWithLogPosition(ListFilter selection, ListOrder order, @Nullable KeysetPosition position,
            int limit) {
        var range = new Range(order, position, limit, timeout(selection));
        return filters.resolve(selection).map(resolved -> readWithLogPosition(resolved, range)).orElse(List.of());
    }

    /** A timeout takes a timer of the database for each statement, and one list is never scanned. */
    private Duration timeout(ListFilter selection) {
        return selection.isSingleList() ? Duration.ZERO : config.statementTimeout();
    }

    private List<ListHit> readWithLogPosition(ResolvedFilter filter, Range range) {
        var assumed = positions.readAndRecord().sequence();
        if (emptyLists.areEmpty(filter.overlaps(), assumed)) {
            var page = read(filter.withoutExclusions(), range);
            positions.set(page.position());
            if (page.position().sequence() == assumed) {
                return page.hits();
            }
        }
        var page = read(filter, range);
        positions.set(page.position());
        if (!page.isExcluding()) {
            emptyLists.remember(filter.overlaps(), page.position().sequence());
        }
        return page.hits();
    }

    private ReadPage read(ResolvedFilter filter, Range range) {
        var pages = ListSqlBuilder.page(filter, range.order(), range.after(), range.limit());
        return sql.query(pages.text(), statement -> {
            statement.setQueryTimeout(JdbcReader.timeoutSeconds(range.timeout()));
            pages.bind(statement);
        }, rows -> read(rows, range));
    }

    private static ReadPage read(ResultSet rows, Range range) throws SQLException {
        var hits = new ArrayList<ListHit>();
        var position = new ChangeLogPositionTracker.Position(0, 0);
        var isExcluding = false;
        while (rows.next()) {
            var article = rows.getBytes(1);
            if (article == null) {
                position = new ChangeLogPositionTracker.Position(rows.getLong(4), rows.getLong(5));
                isExcluding = rows.getBoolean(6);
            } else {
                hits.add(new ListHit(Uuid7.of(article), Timestamps.at(rows, 2), Timestamps.at(rows, 3)));
            }
        }
        return new ReadPage(sortAndLimit(hits, range.order(), range.limit()), position, isExcluding);
    }

    private record Range(ListOrder order, @Nullable KeysetPosition after, int limit, Duration timeout) {
    }

    /**
     * What a statement read.
     *
     * @param isExcluding whether there was anything to exclude
     */
    private record ReadPage(List<ListHit> hits, ChangeLogPositionTracker.Position position, boolean isExcluding) {
    }

    /**
     * Returns the newest articles of each list that a filter matches, in one statement, which walks the rarest list of each
     * combination.
     *
     * @param filter what the articles of each list have to match as well
     */
    public Map<ListKey, List<ListHit>> newest(Collection<ListKey> lists, ListFilter filter, int limit) {
        var selections = new LinkedHashMap<ListKey, ResolvedFilter>();
        var sizes = registry.sizes(registry.listIds(keys(lists, filter)).values());
        lists.forEach(list -> filters.resolve(filter.within(list), sizes).ifPresent(found -> selections.put(list, found)));
        if (selections.isEmpty()) {
            return Map.of();
        }
        var keys = List.copyOf(selections.keySet());
        return jdbi.withHandle(handle -> withTimeout(
                ListSqlBuilder.newest(List.copyOf(selections.values()), limit).createQuery(handle))
                .reduceRows(new HashMap<ListKey, List<ListHit>>(), (found, row) -> {
                    found.computeIfAbsent(keys.get(row.getColumn("number", Integer.class)), key -> new ArrayList<>())
                            .add(new ListHit(row.getColumn("article_id", UUID.class),
                                    row.getColumn("published_at", Instant.class),
                                    row.getColumn("updated_at", Instant.class)));
                    return found;
                }));
    }

    private static Set<ListKey> keys(Collection<ListKey> lists, ListFilter filter) {
        var keys = new HashSet<>(lists);
        filter.groups().forEach(keys::addAll);
        return keys;
    }

    /** Returns the number of articles that match a filter. */
    public long count(ListFilter selection) {
        if (!selection.isSingleList()) {
            return scanCount(selection);
        }
        var list = selection.groups().get(0).iterator().next();
        var size = size(list);
        // the few that are excluded are counted instead of the many that are not, unless they are a list themselves
        if (selection.noneOf().isEmpty() || size == 0) {
            return size;
        }
        return size - selection.leftOutOf(list).map(this::size).orElseGet(() -> scanCount(selection.removed()));
    }

    private long size(ListKey list) {
        return registry.sizes(registry.listIds(Set.of(list)).values()).values().stream().mapToLong(Long::longValue).sum();
    }

    private long scanCount(ListFilter selection) {
        return filters.resolve(selection).map(resolved -> jdbi.withHandle(
                handle -> withTimeout(ListSqlBuilder.count(resolved).createQuery(handle)).mapTo(Long.class).one())).orElse(0L);
    }

    /**
     * Returns the number of articles in each month of a time zone, the oldest first. Months without articles are absent. Reads
     * each entry of the rarest filter once.
     */
    public Map<YearMonth, Long> countByMonth(ListFilter selection, ZoneId zone) {
        var site = selection.groups().get(0).iterator().next().site();
        var months = registry.sizes(site, ListKind.MONTH).keySet().stream().map(YearMonth::parse).sorted().toList();
        var counts = new TreeMap<YearMonth, Long>();
        if (!months.isEmpty()) {
            var starts = months.stream().map(month -> month.atDay(1).atStartOfDay(zone).toInstant()).toList();
            filters.resolve(selection).ifPresent(resolved -> jdbi.useHandle(
                    handle -> withTimeout(ListSqlBuilder.histogram(resolved, starts).createQuery(handle))
                            .map((row, context) -> Map.entry(months.get(Math.max(0, row.getInt(1) - 1)), row.getLong(2)))
                            .forEach(month -> counts.merge(month.getKey(), month.getValue(), Long::sum))));
        }
        return counts;
    }

    /** Articles of any of these lists, each once, in no particular order. */
    public List<UUID> articleIds(Collection<ListKey> lists, int limit) {
        var ids = registry.listIds(lists).values();
        return ids.isEmpty() ? List.of()
                : jdbi.withHandle(handle -> handle
                        .createQuery("select distinct article_id from published_entry where list_id in (<ids>) limit :limit")
                        .bindList("ids", List.copyOf(ids)).bind("limit", limit).mapTo(UUID.class).list());
    }

    // an article may be in several lists of the driving group
    private static List<ListHit> sortAndLimit(List<ListHit> hits, ListOrder order, int limit) {
        return hits.stream().sorted(order.comparator()).distinct().limit(limit).toList();
    }

    private Query withTimeout(Query query) {
        return query.setQueryTimeout(JdbcReader.timeoutSeconds(config.statementTimeout()));
    }
}
