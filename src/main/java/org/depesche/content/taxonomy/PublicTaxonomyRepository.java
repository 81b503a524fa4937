package org.depesche.content.taxonomy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcReader;
import org.depesche.platform.page.Keyset;
import org.depesche.platform.page.Slice;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Lists the tags or authors that published articles of a site use, by name. Native SQL, because it reads the index of
 * names and looks up the size of the site's list ({@code published_list}) for each row.
 */
public final class PublicTaxonomyRepository {

    public static final String SORT = "name";

    /**
     * Sorts after every other character, so that a prefix search becomes a range. LIKE is not used, because it does not
     * treat ü as ue.
     */
    public static final String MAX_CHARACTER = "\uDBFF\uDFFF";
    private static final String LEFT_OUT = "coalesce((select h.size from published_list h"
            + " where h.site_id = l.site_id and h.kind = :leftOut and h.value = l.value), 0)";

    private final Jdbi jdbi;
    private final Source source;
    private final Duration statementTimeout;

    /** @param statementTimeout the time after which a statement is cancelled */
    public PublicTaxonomyRepository(Jdbi jdbi, Source source, Duration statementTimeout) {
        this.jdbi = jdbi;
        this.source = source;
        this.statementTimeout = statementTimeout;
    }

    /**
     * The rows of one kind of entries.
     *
     * @param table the table of the entries
     * @param listKind the letter of the lists that contain an entry's articles
     * @param leftOutKind the letter of the lists that contain the left out versions among its articles
     */
    public record Source(String table, String listKind, String leftOutKind) {
    }

    /** Returns one page of the entries with public articles, in the order of their names. */
    public Slice<PublicEntry> page(TaxonomyQuery query) {
        var page = query.page();
        var rows = jdbi.withHandle(handle -> {
            var keyset = keyset(query);
            var select = keyset.bind(bound(handle.createQuery(sql(query, keyset)), query), name -> name)
                    .bind("leftOut", source.leftOutKind());
            return select.map((row, context) -> new PublicEntry(Uuid7.of(row.getBytes(1)), row.getString(2), row.getLong(3)))
                    .list();
        });
        return page.slice(rows, row -> List.of(row.name(), row.id().toString()));
    }

    // A filter of several types is a union of limited ranges: IN would read the names of all other types as well.
    private String sql(TaxonomyQuery query, Keyset keyset) {
        var ranges = typeConditions(query).stream()
                .map(type -> "select straight_join t.id, t.name, l.size - " + LEFT_OUT + " size" + from(query) + type
                        + keyset.condition() + keyset.order())
                .toList();
        return ranges.size() == 1 ? ranges.get(0)
                : "select id, name, size from ((" + String.join(") union all (", ranges) + ")) found"
                        + keyset.order("name", "id");
    }

    private static Keyset keyset(TaxonomyQuery query) {
        return Keyset.ascending(query.page(), "t.name", "t.id");
    }

    private static List<String> typeConditions(TaxonomyQuery query) {
        return query.types().isEmpty() ? List.of("")
                : IntStream.range(0, query.types().size()).mapToObj(index -> " and t.type = :type" + index).toList();
    }

    /** Returns the number of entries on all pages. */
    public long total(TaxonomyQuery query) {
        var types = query.types().isEmpty() ? "" : " and t.type in (<types>)";
        return jdbi.withHandle(handle -> {
            var select = bound(handle.createQuery("select count(*)" + from(query) + types), query);
            if (!query.types().isEmpty()) {
                select.bindList("types", query.types());
            }
            return select.mapTo(Long.class).one();
        });
    }

    private String from(TaxonomyQuery query) {
        return " from " + source.table() + " t join published_list l on l.site_id = :site and l.kind = :kind and l.value = t.id"
                + " and l.size > 0 where " + (query.prefix() == null ? "true" : "t.name >= :first and t.name < :last");
    }

    private Query bound(Query select, TaxonomyQuery query) {
        select.setQueryTimeout(JdbcReader.timeoutSeconds(statementTimeout)).bind("site", query.site())
                .bind("kind", source.listKind());
        if (query.prefix() != null) {
            select.bind("first", query.prefix()).bind("last", query.prefix() + MAX_CHARACTER);
        }
        for (var index = 0; index < query.types().size(); index++) {
            select.bind("type" + index, query.types().get(index));
        }
        return select;
    }

    /** An entry in use, with the number of articles that its list shows. */
    public record PublicEntry(UUID id, String name, long articleCount) {
    }
}
