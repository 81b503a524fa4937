package org.depesche.delivery.embed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.depesche.platform.http.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/** Writes the filters of a request as attributes of the element, which sends them as filters again. */
final class EmbedFilterAttributes {

    private EmbedFilterAttributes() {
    }

    static Map<String, String> of(ArticleFilterParameters given) {
        var attributes = new LinkedHashMap<String, String>();
        put(attributes, "category", given.category());
        put(attributes, "tag", given.tag());
        put(attributes, "author", given.author());
        put(attributes, "type", given.type());
        put(attributes, "language", given.language());
        put(attributes, "from", given.from());
        put(attributes, "before", given.before());
        if (QueryParameters.isGiven(given.exclude())) {
            attributes.put("exclude", QueryParameters.joined(given.exclude()));
        }
        put(attributes, "excludeCollection", given.excludeCollection());
        put(attributes, "advertising", given.advertising());
        put(attributes, "hasImage", given.hasImage());
        put(attributes, "translations", given.translations());
        return attributes;
    }

    /** Repeated values stand between spaces. A space within a value is in no slug, so that nothing is found by it. */
    private static void put(Map<String, String> attributes, String name, @Nullable List<String> values) {
        if (values != null && !values.isEmpty()) {
            attributes.put(name, String.join(" ", values));
        }
    }

    private static void put(Map<String, String> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }
}
