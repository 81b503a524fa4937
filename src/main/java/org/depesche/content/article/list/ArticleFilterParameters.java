package org.depesche.content.article.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The filters of article lists as the client sent them. {@link ArticleFilterResolver} parses them. */
public record ArticleFilterParameters(
        @Parameter(description = "Slug of the site. Absent: the default site.", example = "default") @RestQuery @Nullable String site,
        @Parameter(description = "Slug or id of a category; its descendants are included. A comma means any of, repeating the "
                + "parameter means all of.", example = "politik") @RestQuery @Nullable List<String> category,
        @Parameter(description = "Slug or id of a tag. A comma means any of, repeating the parameter means all of.", example = "open-source") @RestQuery @Nullable List<String> tag,
        @Parameter(description = "Slug or id of an author. A comma means any of, repeating the parameter means all of.", example = "petra-muster") @RestQuery @Nullable List<String> author,
        @Parameter(description = "Kind of piece: `news`, `feature`, `interview`, `opinion`, `event`, `video`, `podcast`. A comma "
                + "means any of.", example = "news,interview") @RestQuery @Nullable List<String> type,
        @Parameter(description = "Language of the articles, BCP 47.", example = "de") @RestQuery @Nullable String language,
        @Parameter(description = "Published at or after this moment. A date is its first moment in the publication's zone.", example = "2024-10-01") @RestQuery @Nullable String from,
        @Parameter(description = "Published before this moment, exclusive. A date is its first moment in the publication's zone.", example = "2024-11-01") @RestQuery @Nullable String before,
        @Parameter(description = "Leave these articles out; at most 100 ids, comma-separated.", example = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") @RestQuery @Nullable String exclude,
        @Parameter(description = "Leave out what stands in this collection.", example = "front-page") @RestQuery @Nullable String excludeCollection,
        @Parameter(description = "Paid content: `include` it (default), `exclude` it, or `only` it.", example = "exclude") @RestQuery @Nullable String advertising,
        @Parameter(description = "Only articles with (`true`) or without (`false`) a lead image.", example = "true") @RestQuery @Nullable String hasImage) {

    /** The same filters, restricted to a category. */
    public ArticleFilterParameters withCategory(String ref) {
        var categories = new ArrayList<String>(category == null ? List.of() : category);
        categories.add(0, ref);
        return new ArticleFilterParameters(site, categories, tag, author, type, language, from, before, exclude,
                excludeCollection, advertising, hasImage);
    }

    /** The names of the filters that were sent, without the site. */
    public List<String> givenNames() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("category", category);
        values.put("tag", tag);
        values.put("author", author);
        values.put("type", type);
        values.put("language", language);
        values.put("from", from);
        values.put("before", before);
        values.put("exclude", exclude);
        values.put("excludeCollection", excludeCollection);
        values.put("advertising", advertising);
        values.put("hasImage", hasImage);
        return values.entrySet().stream().filter(parameter -> isGiven(parameter.getValue())).map(Map.Entry::getKey).toList();
    }

    private static boolean isGiven(@Nullable Object value) {
        return value instanceof List<?> list ? !list.isEmpty() : value != null;
    }
}
