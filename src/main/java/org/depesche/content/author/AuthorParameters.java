package org.depesche.content.author;

import java.util.Set;

import org.depesche.content.image.view.ImagePresentation;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.taxonomy.TaxonomyQuery;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.PageParameters;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of the public list of authors. */
record AuthorParameters(
        @RestQuery @Nullable String site,
        @RestQuery @Nullable String q,
        @RestQuery @Nullable String crop,
        @RestQuery @Nullable String limit,
        @RestQuery @Nullable String cursor,
        @RestQuery @Nullable String total) {

    static final QueryParameter<String> SITE = Sites.SITE;
    static final QueryParameter<String> Q = TaxonomyQuery.Q;
    static final QueryParameter<ImagePresentation> CROP = ImagePresentation.CROP;
    static final WithDefault<Integer> LIMIT = PageParameters.LIMIT
            .describe("How many items a page has at most, 1 to 100; 15 by default.", "15");
    static final QueryParameter<String> CURSOR = PageParameters.CURSOR
            .describe("Where to go on: taken from `page.next` or `page.previous`, for the same filter.", "AQACBG5hbWU");
    static final WithDefault<Boolean> TOTAL = PageParameters.TOTAL
            .describe("`true` adds the number of all matches as `page.total`.", "true");

    TaxonomyQuery read(Site requestedSite, QueryParameters inputs) {
        return TaxonomyQuery.read(inputs, requestedSite.id(), new TaxonomyQuery.RawParameters(q, limit, cursor, total),
                Set.of());
    }
}
