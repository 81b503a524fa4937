package org.depesche.content.category;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.depesche.content.image.view.ImagePresentation;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.kernel.LanguageTag;
import org.depesche.kernel.Slug;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of the list of categories. */
record CategoryParameters(
        @RestQuery @Nullable String site,
        @RestQuery @Nullable String flat,
        @RestQuery @Nullable List<String> include,
        @RestQuery @Nullable String latestLimit,
        @RestQuery @Nullable String latestView,
        @RestQuery @Nullable String language,
        @RestQuery @Nullable String excludeCollection,
        @RestQuery @Nullable String advertising,
        @RestQuery @Nullable String hasImage,
        @RestQuery @Nullable String crop) {

    private static final String LATEST = "latest";
    private static final String WITH_LATEST = " Goes with `include=latest`.";
    private static final int DEFAULT_LATEST = 5;
    private static final int MAX_LATEST = 20;

    static final QueryParameter<String> SITE = Sites.SITE;
    static final WithDefault<Boolean> FLAT = QueryParameter.flag("flat")
            .describe("`true`: a list in which each names its parent, instead of the tree.", "true").otherwise(false);
    static final QueryParameter<Set<String>> INCLUDE = QueryParameter.someOf("include", Map.of(LATEST, LATEST))
            .describe("`latest` adds each category's newest articles.", "latest");
    static final WithDefault<Integer> LATEST_LIMIT = QueryParameter.whole("latestLimit", 1, MAX_LATEST)
            .describe("How many of the newest articles, 1 to 20; 5 by default." + WITH_LATEST, "5")
            .otherwise(DEFAULT_LATEST).onlyWith("include=" + LATEST);
    static final WithDefault<String> LATEST_VIEW = QueryParameter
            .oneOf("latestView", QueryParameter.words(Function.identity(), "card", "summary", "full"))
            .describe("How much of each of the newest articles: `card` (default), `summary` or `full`." + WITH_LATEST,
                    "summary")
            .otherwise("card").onlyWith("include=" + LATEST);
    static final QueryParameter<String> LANGUAGE = QueryParameter
            .text("language", LanguageTag.MAX_LENGTH, LanguageTag::normalize,
                    "`language` is a language tag (BCP 47), as `de`.")
            .describe("Language of the newest articles, BCP 47; `de` also finds `de-AT`." + WITH_LATEST, "de");
    static final QueryParameter<String> EXCLUDE_COLLECTION = QueryParameter.text("excludeCollection", Slug.MAX_LENGTH)
            .describe("Leaves out of the newest articles what stands in this collection." + WITH_LATEST, "front-page");
    static final WithDefault<String> ADVERTISING = QueryParameter
            .oneOf("advertising", QueryParameter.words(Function.identity(), "include", "exclude", "only"))
            .describe("Paid content among the newest articles: `include` it (default), `exclude` it, or `only` it."
                    + WITH_LATEST, "exclude")
            .otherwise("include").onlyWith("include=" + LATEST);
    static final QueryParameter<Boolean> HAS_IMAGE = QueryParameter.flag("hasImage")
            .describe("Only newest articles with (`true`) or without (`false`) a lead image." + WITH_LATEST, "true");

    static final QueryParameter<ImagePresentation> CROP = ImagePresentation.CROP;

    CategoryQuery read(Sites sites, QueryParameters inputs, LatestArticles articles) {
        var hasLatest = inputs.choices(INCLUDE, include).contains(LATEST);
        if (!hasLatest) {
            rejectLatest(inputs);
        }
        var requested = sites.requested(inputs, site);
        var images = ImagePresentation.read(inputs, crop);
        var given = new LatestArticles.LatestParameters(inputs.read(LATEST_LIMIT, latestLimit),
                inputs.read(LATEST_VIEW, latestView), language, excludeCollection, advertising, hasImage, images);
        var query = new CategoryQuery(requested, inputs.read(FLAT, flat), images,
                hasLatest ? Optional.of(articles.prepare(inputs, requested, given)) : Optional.empty());
        inputs.verify();
        return query;
    }

    private void rejectLatest(QueryParameters inputs) {
        inputs.rejectUnlessDefault(LATEST_LIMIT, latestLimit);
        inputs.rejectUnlessDefault(LATEST_VIEW, latestView);
        inputs.rejectUnlessDefault(ADVERTISING, advertising);
        rejectIfGiven(inputs, LANGUAGE, language);
        rejectIfGiven(inputs, EXCLUDE_COLLECTION, excludeCollection);
        rejectIfGiven(inputs, HAS_IMAGE, hasImage);
    }

    private static void rejectIfGiven(QueryParameters inputs, QueryParameter<?> parameter, @Nullable String value) {
        if (value != null) {
            inputs.reject(parameter, "`" + parameter.name() + "` goes with `include=" + LATEST + "` alone.");
        }
    }

    /**
     * The parsed query parameters.
     *
     * @param latest reads the newest articles of each category; empty if they were not requested
     */
    record CategoryQuery(Site site, boolean isFlat, ImagePresentation images, Optional<LatestArticles.Reader> latest) {
    }
}
