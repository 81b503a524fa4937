package org.depesche.content.collection;

import java.util.List;
import java.util.Set;

import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.site.Sites;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.page.PageParameters;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of a collection's articles as the client sent them. */
record CollectionArticlesParameters(
        @RestQuery @Nullable String site,
        @RestQuery @Nullable String view,
        @RestQuery @Nullable List<String> include,
        @RestQuery @Nullable List<String> fields,
        @RestQuery @Nullable String limit,
        @RestQuery @Nullable String cursor,
        @RestQuery @Nullable String total,
        @RestQuery @Nullable String usage,
        @RestQuery @Nullable String crop) {

    static final QueryParameter<String> SITE = Sites.SITE;
    static final WithDefault<DetailLevel> VIEW = FieldSelection.VIEW
            .describe("How much of each article: `card`, `summary` (default) or `full`.", "card");
    static final QueryParameter<Set<String>> INCLUDE = FieldSelection.INCLUDE
            .describe("Parts to add to each article, comma-separated: `body`, `bodyHtml`, `bodyText`, `renditions`.",
                    "bodyText");
    static final QueryParameter<Set<String>> FIELDS = FieldSelection.FIELDS
            .describe("Keep just these top-level members of each article, comma-separated; `id` always stays.",
                    "headline,slug,image");
    static final WithDefault<Integer> LIMIT = PageParameters.LIMIT
            .describe("Items a page, 1 to 100; 15 by default.", "15");
    static final QueryParameter<String> CURSOR = PageParameters.CURSOR
            .describe("Where to go on: taken from `page.next` or `page.previous`.", "AQACBGRlc2sBMA");
    static final QueryParameter<Boolean> USAGE = FieldSelection.USAGE;
    static final QueryParameter<?> CROP = FieldSelection.CROP;
    static final WithDefault<Boolean> TOTAL = PageParameters.TOTAL
            .describe("`true` adds the number of all public articles in it as `page.total`.", "true");
}
