package org.depesche.content.image;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.listing.ListKind;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.page.PageQuery;
import org.depesche.platform.page.Slice;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Pages through the images in use on a site, or through all. Native, because it walks the site's lists of uses ({@code
 * published_list}), whose order by value is the order of ids, backwards.
 */
@ApplicationScoped
class ImageSelect {

    private static final String IN_USE = " from published_list l force index (by_value) join image i on i.id = l.value"
            + " where l.site_id = :site and l.kind = '" + ListKind.IMAGE.letter()
            + "' and l.size > 0";
    private static final String ALL = " from image i where true";
    private static final String WORD = " and concat_ws(' ', i.alt, i.caption) collate utf8mb4_german2_ci like :word";
    private static final int STATEMENT_SECONDS = 2;

    private final Jdbi jdbi;

    ImageSelect(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Slice<UUID> page(ImageQuery query) {
        var page = query.page();
        var key = query.site() == null ? "i.id" : "l.value";
        var sql = "select straight_join i.id" + from(query) + conditions(query) + beyond(page, key) + " order by " + key
                + (page.isBackwards() ? "" : " desc") + " limit " + page.fetch();
        var ids = jdbi.withHandle(handle -> {
            var select = bound(handle.createQuery(sql), query);
            if (!page.key().isEmpty()) {
                select.bind("id", UUID.fromString(page.key().get(0)));
            }
            return select.map((row, context) -> Uuid7.of(row.getBytes(1))).list();
        });
        return page.slice(ids, id -> List.of(id.toString()));
    }

    private static String beyond(PageQuery page, String key) {
        if (page.key().isEmpty()) {
            return "";
        }
        return " and " + key + (page.isBackwards() ? " > :id" : " < :id");
    }

    long total(ImageQuery query) {
        return jdbi.withHandle(
                handle -> bound(handle.createQuery("select straight_join count(*)" + from(query) + conditions(query)),
                        query).mapTo(Long.class).one());
    }

    private static String from(ImageQuery query) {
        return query.site() == null ? ALL : IN_USE;
    }

    private static String conditions(ImageQuery query) {
        var conditions = new ArrayList<String>();
        for (var at = 0; at < query.words().size(); at++) {
            conditions.add(WORD + at);
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
        return String.join("", conditions);
    }

    private static Query bound(Query select, ImageQuery query) {
        select.setQueryTimeout(STATEMENT_SECONDS);
        if (query.site() != null) {
            select.bind("site", query.site().id());
        }
        for (var at = 0; at < query.words().size(); at++) {
            select.bind("word" + at, containing(query.words().get(at)));
        }
        if (query.credit() != null) {
            select.bind("credit", containing(query.credit()));
        }
        if (query.minWidth() > 0) {
            select.bind("width", query.minWidth());
        }
        return select;
    }

    private static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
