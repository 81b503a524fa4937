package org.depesche.content.collection;

import java.util.UUID;

import org.depesche.content.site.Site;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Cursor;
import org.depesche.platform.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list of collections as the client sent them. */
public record CollectionParameters(
        @Parameter(description = "Slug of the site. Absent: the default site.", example = "default") @RestQuery @Nullable String site,
        @Parameter(description = "Items a page, 1 to 100; 15 by default.", example = "15") @RestQuery @Nullable String limit,
        @Parameter(description = "Where to go on: taken from `page.next` or `page.previous`.", example = "AQACBG5hbWU") @RestQuery @Nullable String cursor,
        @Parameter(description = "`true` adds the number of all collections as `page.total`.", example = "true") @RestQuery @Nullable String total) {

    public PageQuery page(Site site, QueryParameters queryParameters) {
        return page(queryParameters, limit, cursor, CollectionRepository.SORT, site.id());
    }

    public boolean isCounted(QueryParameters queryParameters) {
        return queryParameters.flag("total", total, false);
    }

    /** @param owner the id of the site or collection that the list belongs to */
    static PageQuery page(QueryParameters queryParameters, @Nullable String limit, @Nullable String cursor, String sort,
            UUID owner) {
        var filter = owner.toString();
        var key = queryParameters.parse("cursor", cursor, text -> Cursor.decode(text, sort, filter), Cursor.INVALID_MESSAGE);
        return new PageQuery(queryParameters.number("limit", limit, PageQuery.DEFAULT_LIMIT, 1, PageQuery.MAX_LIMIT), sort,
                filter,
                key.orElse(null));
    }
}
