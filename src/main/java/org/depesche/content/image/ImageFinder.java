package org.depesche.content.image;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListingConfig;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcReader;
import org.depesche.platform.page.Keyset;
import org.depesche.platform.page.Slice;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Lists the images that are in use on a site, or all images. Native SQL, because it reads the site's lists of uses
 * ({@code published_list}) backwards; their order by value is the order of image ids. Each statement is cancelled after
 * the timeout of list queries.
 */
@ApplicationScoped
public class ImageFinder {

    private static final String IN_USE = " from published_list l force index (by_value) join image i on i.id = l.value"
            + " where l.site_id = :site and l.kind = '" + ListKind.IMAGE.letter()
            + "' and l.size > 0 and (i.expires_at is null or i.expires_at > :now)";
    private static final String ALL = " from image i where true";
    private static final String WORD = " and concat_ws(' ', i.alt, i.caption) collate utf8mb4_german2_ci like :word";

    private final Jdbi jdbi;
    private final Clock clock;
    private final ListingConfig config;

    ImageFinder(Jdbi jdbi, Clock clock, ListingConfig config) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config;
    }

    /** Returns the ids of one page, newest first. */
    public Slice<UUID> page(ImageQuery query) {
        var page = query.page();
        var keyset = Keyset.descending(page, query.site() == null ? "i.id" : "l.value");
        var sql = "select straight_join i.id" + fromClause(query) + conditions(query) + keyset.condition() + keyset.order();
        var ids = jdbi.withHandle(handle -> keyset.bind(bindParameters(handle.createQuery(sql), query), text -> text)
                .map((row, context) -> Uuid7.of(row.getBytes(1))).list());
        return page.slice(ids, id -> List.of(id.toString()));
    }

    /** Counts all matches. */
    public long total(ImageQuery query) {
        return jdbi.withHandle(
                handle -> bindParameters(
                        handle.createQuery("select straight_join count(*)" + fromClause(query) + conditions(query)),
                        query).mapTo(Long.class).one());
    }

    private static String fromClause(ImageQuery query) {
        return query.site() == null ? ALL : IN_USE;
    }

    private static String conditions(ImageQuery query) {
        var conditions = new ArrayList<String>();
        for (var index = 0; index < query.words().size(); index++) {
            conditions.add(WORD + index);
        }
        if (query.credit() != null) {
            conditions.add(" and i.credit like :credit");
        }
        if (query.minWidth() > 0) {
            conditions.add(" and i.width >= :width");
        }
        if (query.orientation() != null) {
            conditions.add(" and " + query.orientation().condition());
        }
        if (!query.missing().isEmpty()) {
            conditions.add(query.missing().stream().map(ImageQuery.Missing::condition)
                    .collect(Collectors.joining(" or ", " and (", ")")));
        }
        return String.join("", conditions);
    }

    private Query bindParameters(Query select, ImageQuery query) {
        select.setQueryTimeout(JdbcReader.timeoutSeconds(config.statementTimeout()));
        if (query.site() != null) {
            select.bind("site", query.site().id()).bind("now", clock.instant());
        }
        for (var index = 0; index < query.words().size(); index++) {
            select.bind("word" + index, likePattern(query.words().get(index)));
        }
        if (query.credit() != null) {
            select.bind("credit", likePattern(query.credit()));
        }
        if (query.minWidth() > 0) {
            select.bind("width", query.minWidth());
        }
        return select;
    }

    private static String likePattern(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
