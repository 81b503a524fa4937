package org.depesche.content.collection;

import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.PageParameters;
import org.depesche.platform.page.PageQuery;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list of collections as the client sent them. */
public record CollectionParameters(
        @RestQuery @Nullable String site,
        @RestQuery @Nullable String limit,
        @RestQuery @Nullable String cursor,
        @RestQuery @Nullable String total) {

    static final QueryParameter<String> SITE = Sites.SITE;
    static final WithDefault<Integer> LIMIT = PageParameters.LIMIT
            .describe("Items a page, 1 to 100; 15 by default.", "15");
    static final QueryParameter<String> CURSOR = PageParameters.CURSOR
            .describe("Where to go on: taken from `page.next` or `page.previous`.", "AQACBG5hbWU");
    static final WithDefault<Boolean> TOTAL = PageParameters.TOTAL
            .describe("`true` adds the number of all collections as `page.total`.", "true");

    public PageQuery page(Site site, QueryParameters queryParameters) {
        return PageParameters.read(queryParameters, limit, cursor, CollectionRepository.SORT, site.id().toString());
    }

    public boolean isCounted(QueryParameters queryParameters) {
        return queryParameters.read(TOTAL, total);
    }
}
