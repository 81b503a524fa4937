package org.depesche.content.article.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.model.ArticleType;
import org.depesche.content.site.Sites;
import org.depesche.kernel.LanguageTag;
import org.depesche.kernel.Slug;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The filters of article lists as the client sent them. {@link ArticleFilterResolver} parses them. */
public record ArticleFilterParameters(
        @RestQuery @Nullable String site,
        @RestQuery @Nullable List<String> category,
        @RestQuery @Nullable List<String> tag,
        @RestQuery @Nullable List<String> author,
        @RestQuery @Nullable List<String> type,
        @RestQuery @Nullable String language,
        @RestQuery @Nullable String from,
        @RestQuery @Nullable String before,
        @RestQuery @Nullable List<String> exclude,
        @RestQuery @Nullable String excludeCollection,
        @RestQuery @Nullable String advertising,
        @RestQuery @Nullable String hasImage,
        @RestQuery @Nullable String translations) {

    static final QueryParameter<String> SITE = Sites.SITE;
    static final QueryParameter<List<Set<String>>> CATEGORY = QueryParameter.groups("category")
            .describe("Slug or id of a category; its descendants are included. A comma means any of, repeating the "
                    + "parameter means all of.", "politik");
    static final QueryParameter<List<Set<String>>> TAG = QueryParameter.groups("tag")
            .describe("Slug or id of a tag. A comma means any of, repeating the parameter means all of.", "open-source");
    static final QueryParameter<List<Set<String>>> AUTHOR = QueryParameter.groups("author")
            .describe("Slug or id of an author. A comma means any of, repeating the parameter means all of.", "petra-muster");
    static final QueryParameter<List<Set<String>>> TYPE = QueryParameter.groups("type", ArticleType.WORDS)
            .describe("Kind of piece: `news`, `feature`, `interview`, `opinion`, `event`, `video`, `podcast`. A comma "
                    + "means any of.", "news,interview");
    static final QueryParameter<String> LANGUAGE = QueryParameter
            .text("language", LanguageTag.MAX_LENGTH, LanguageTag::normalize,
                    "`language` is a language tag (BCP 47), as `de`.")
            .describe("Language of the articles, BCP 47. `de` also finds `de-AT` and `de-CH`; `de-AT` finds that alone.", "de");
    static final QueryParameter<Instant> FROM = QueryParameter.instant("from")
            .describe("Published at or after this moment. A date is its first moment in the publication's zone.", "2024-10-01");
    static final QueryParameter<Instant> BEFORE = QueryParameter.instant("before")
            .describe("Published before this moment, exclusive. A date is its first moment in the publication's zone.",
                    "2024-11-01");
    static final QueryParameter<Set<UUID>> EXCLUDE = QueryParameter.ids("exclude")
            .describe("Leave these articles out; at most 100 ids, comma-separated.", "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11");
    static final QueryParameter<String> EXCLUDE_COLLECTION = QueryParameter.text("excludeCollection", Slug.MAX_LENGTH)
            .describe("Leave out what stands in this collection.", "front-page");
    static final WithDefault<Advertising> ADVERTISING = QueryParameter.oneOf("advertising", Advertising.values())
            .describe("Paid content: `include` it (default), `exclude` it, or `only` it.", "exclude")
            .otherwise(Advertising.INCLUDE);
    static final QueryParameter<Boolean> HAS_IMAGE = QueryParameter.flag("hasImage")
            .describe("Only articles with (`true`) or without (`false`) a lead image that may be shown.", "true");

    static final WithDefault<Translations> TRANSLATIONS = QueryParameter.oneOf("translations", Translations.values())
            .describe("Language versions of a story: `one` (default), that in the site's language, else the original; with "
                    + "`language` one of those in it. Or `all`.", "all")
            .otherwise(Translations.ONE);

    /** Returns the same filters, restricted to a category. */
    public ArticleFilterParameters withCategory(String ref) {
        return new ArticleFilterParameters(site, prepend(ref, category), tag, author, type, language, from, before, exclude,
                excludeCollection, advertising, hasImage, translations);
    }

    /** Returns the same filters, restricted to a tag. */
    public ArticleFilterParameters withTag(String ref) {
        return new ArticleFilterParameters(site, category, prepend(ref, tag), author, type, language, from, before, exclude,
                excludeCollection, advertising, hasImage, translations);
    }

    /** Returns the same filters, restricted to an author. */
    public ArticleFilterParameters withAuthor(String ref) {
        return new ArticleFilterParameters(site, category, tag, prepend(ref, author), type, language, from, before, exclude,
                excludeCollection, advertising, hasImage, translations);
    }

    private static List<String> prepend(String ref, @Nullable List<String> given) {
        var refs = new ArrayList<String>(given == null ? List.of() : given);
        refs.add(0, ref);
        return refs;
    }

    /** Returns the filters that were sent and have an effect, without the site. */
    public List<QueryParameter<?>> givenParameters() {
        var values = new LinkedHashMap<QueryParameter<?>, @Nullable Object>();
        values.put(CATEGORY, category);
        values.put(TAG, tag);
        values.put(AUTHOR, author);
        values.put(TYPE, type);
        values.put(LANGUAGE, language);
        values.put(FROM, from);
        values.put(BEFORE, before);
        values.put(EXCLUDE, exclude);
        values.put(EXCLUDE_COLLECTION, excludeCollection);
        values.put(ADVERTISING.parameter(), ADVERTISING.isChangedBy(advertising) ? advertising : null);
        values.put(HAS_IMAGE, hasImage);
        values.put(TRANSLATIONS.parameter(), TRANSLATIONS.isChangedBy(translations) ? translations : null);
        return values.entrySet().stream().filter(filter -> isGiven(filter.getValue()))
                .<QueryParameter<?>> map(Map.Entry::getKey).toList();
    }

    /** Returns whether only {@code translations} may narrow the list. */
    public boolean isUnfiltered() {
        return givenParameters().stream().allMatch(TRANSLATIONS.parameter()::equals);
    }

    /** Returns the filters of the newest articles of a category. */
    public static ArticleFilterParameters ofLatest(@Nullable String language, @Nullable String excludeCollection,
            @Nullable String advertising, @Nullable String hasImage) {
        return new ArticleFilterParameters(null, null, null, null, null, language, null, null, null, excludeCollection,
                advertising, hasImage, null);
    }

    /** How many language versions of a story the list shows. */
    enum Translations {
        ONE,
        ALL
    }

    /** Whether a list includes paid content, excludes it, or has only that. */
    enum Advertising {
        INCLUDE,
        EXCLUDE,
        ONLY
    }

    private static boolean isGiven(@Nullable Object value) {
        return value instanceof List<?> list ? !list.isEmpty() : value != null;
    }
}
