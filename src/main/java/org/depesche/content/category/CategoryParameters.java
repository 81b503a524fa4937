package org.depesche.content.category;

import java.util.Map;
import java.util.Set;

import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of the list of categories. */
record CategoryParameters(
        @RestQuery @Nullable String site,
        @RestQuery @Nullable String flat,
        @RestQuery @Nullable String include,
        @RestQuery @Nullable String latestLimit) {

    private static final String LATEST = "latest";
    private static final int DEFAULT_LATEST = 5;
    private static final int MAX_LATEST = 20;

    static final QueryParameter<String> SITE = Sites.SITE;
    static final WithDefault<Boolean> FLAT = QueryParameter.flag("flat")
            .describe("`true`: a list in which each names its parent, instead of the tree.", "true").otherwise(false);
    static final QueryParameter<Set<String>> INCLUDE = QueryParameter.someOf("include", Map.of(LATEST, LATEST))
            .describe("`latest` adds each category's newest articles as cards.", "latest");
    static final WithDefault<Integer> LATEST_LIMIT = QueryParameter.whole("latestLimit", 1, MAX_LATEST)
            .describe("How many of the newest articles, 1 to 20; 5 by default. Goes with `include=latest`.", "5")
            .otherwise(DEFAULT_LATEST).onlyWith("include=" + LATEST);

    CategoryQuery read(Sites sites, QueryParameters inputs) {
        var latest = inputs.choices(INCLUDE, include).contains(LATEST);
        if (!latest) {
            inputs.rejectUnlessDefault(LATEST_LIMIT, latestLimit);
        }
        var limit = inputs.read(LATEST_LIMIT, latestLimit);
        var query = new CategoryQuery(sites.requested(inputs, site), inputs.read(FLAT, flat), latest ? limit : 0);
        inputs.verify();
        return query;
    }

    /** @param latest the number of newest articles of each category; 0 for none */
    record CategoryQuery(Site site, boolean isFlat, int latest) {
    }
}
