package org.depesche.delivery.export;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.site.Sites;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of an export as the client sent them. */
record ExportParameters(
        @RestQuery @Nullable String site,
        @RestQuery @Nullable String view,
        @RestQuery @Nullable List<String> include,
        @RestQuery @Nullable String after) {

    static final String CACHE_TAGS = "cacheTags";

    static final QueryParameter<String> SITE = Sites.SITE;
    static final WithDefault<DetailLevel> VIEW = FieldSelection.VIEW.parameter()
            .describe("How much of each article: `card`, `summary` or `full` (default).", "full").otherwise(DetailLevel.FULL);
    static final QueryParameter<Set<String>> INCLUDE = QueryParameter.someOf("include", Map.of(CACHE_TAGS, CACHE_TAGS))
            .describe("`cacheTags` adds to each article the cache tags of a response with it. When a change entry has one of "
                    + "them, the article has to be read again. Only with `view=full`.", CACHE_TAGS);
    static final QueryParameter<UUID> AFTER = QueryParameter.uuid("after")
            .describe("Go on after the article with this id, the last one that arrived before an export broke off.",
                    "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11");
}
