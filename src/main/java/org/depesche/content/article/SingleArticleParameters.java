package org.depesche.content.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.depesche.content.article.view.DetailLevel;
import org.depesche.content.article.view.FieldSelection;
import org.depesche.content.site.Sites;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of an article as the client sent them. Previews take the same parameters. */
public record SingleArticleParameters(
        @RestQuery @Nullable String site,
        @RestQuery @Nullable String view,
        @RestQuery @Nullable List<String> include,
        @RestQuery @Nullable List<String> fields,
        @RestQuery @Nullable String relatedStrategy,
        @RestQuery @Nullable String relatedLimit,
        @RestQuery @Nullable String relatedView,
        @RestQuery @Nullable String usage,
        @RestQuery @Nullable String crop) {

    /** The parts that {@code include} adds to one article. The package of each provider renders its part. */
    static final List<String> PROVIDED_INCLUDES = List.of("related", "jsonLd", "bodyMarkdown", "oembedLinks");
    static final List<String> INCLUDES = Stream.of(FieldSelection.LIST_INCLUDES, PROVIDED_INCLUDES).flatMap(List::stream)
            .toList();

    static final QueryParameter<String> SITE = Sites.SITE;
    static final WithDefault<DetailLevel> VIEW = FieldSelection.VIEW.parameter()
            .describe("How much of the article: `card`, `summary` or `full` (default).", "full").otherwise(DetailLevel.FULL);
    static final QueryParameter<Set<String>> INCLUDE = QueryParameter
            .someOf("include", FieldSelection.identity(INCLUDES))
            .describe("Parts to add, comma-separated: `body`, `bodyHtml`, `bodyText`, `bodyMarkdown`, "
                    + "`renditions`, `related`, `jsonLd`, `oembedLinks`.", "related");
    static final QueryParameter<Set<String>> FIELDS = FieldSelection.fields(INCLUDES, List.of())
            .describe("Keep just these top-level members, comma-separated; `id` and what `include` asked for always stay.",
                    "headline,slug,image");

    static final QueryParameter<Boolean> USAGE = FieldSelection.USAGE;
    static final QueryParameter<?> CROP = FieldSelection.CROP;

    /** Returns the parameters that only included parts use. */
    Map<String, String> includeParameters() {
        var given = new LinkedHashMap<String, String>();
        put(given, "relatedStrategy", relatedStrategy);
        put(given, "relatedLimit", relatedLimit);
        put(given, "relatedView", relatedView);
        put(given, USAGE.name(), usage);
        put(given, CROP.name(), crop);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
