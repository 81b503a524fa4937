package org.depesche.content.article;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of an article as the client sent them. Previews take the same parameters. */
public record SingleArticleParameters(
        @Parameter(description = "Slug of the site. Absent: the default site.", example = "default") @RestQuery @Nullable String site,
        @Parameter(description = "How much of the article: `card`, `summary` or `full` (default).", example = "full") @RestQuery @Nullable String view,
        @Parameter(description = "Parts to add, comma-separated: `body`, `bodyHtml`, `bodyText`, `renditions`, `related`.", example = "related") @RestQuery @Nullable String include,
        @Parameter(description = "Keep just these top-level members, comma-separated; `id` and what `include` asked for always "
                + "stay.", example = "headline,slug,image") @RestQuery @Nullable String fields,
        @Parameter(description = "With `include=related`: what chooses the articles, `auto` (default), `curated`, `similar`, `latest`.", example = "latest") @RestQuery @Nullable String relatedStrategy,
        @Parameter(description = "With `include=related`: how many, 0 to 50; 15 by default.", example = "5") @RestQuery @Nullable String relatedLimit,
        @Parameter(description = "With `include=related`: how much of each, `card` or `summary` (default).", example = "card") @RestQuery @Nullable String relatedView) {

    /** The parameters that only included parts use. */
    Map<String, String> includeParameters() {
        var given = new LinkedHashMap<String, String>();
        put(given, "relatedStrategy", relatedStrategy);
        put(given, "relatedLimit", relatedLimit);
        put(given, "relatedView", relatedView);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
