package org.depesche.content.site;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.machineuse.PolicyScope;
import org.jspecify.annotations.Nullable;

/**
 * A site (portal) of the publication. Without a URL of its own, nothing on the site has a URL.
 *
 * @param url the site's URL without a trailing slash
 * @param articleUrl the template of an article's URL
 * @param previewUrl the template of the URL at which the front end shows previews
 * @param formerUrls the former URLs
 * @param machineUse the policy on the use of its content by machines
 * @param zone the time zone of dates in the template
 */
public record Site(UUID id, String slug, String name, @Nullable URI url, String language, String articleUrl,
        @Nullable String previewUrl, MachineUse machineUse, FormerSiteUrls formerUrls, boolean byDefault,
        ZoneId zone, Instant updatedAt) {

    public static final String DEFAULT_ARTICLE_URL = "{site}/{category}/{slug}";

    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd", Locale.ROOT);

    /** Returns the site with another URL, which has no slash at its end. */
    public Site withUrl(URI address) {
        return new Site(id, slug, name, address, language, articleUrl, previewUrl, machineUse, formerUrls, byDefault, zone,
                updatedAt);
    }

    /** Returns the site for the documents about its policy. */
    public PolicyScope policyScope() {
        return new PolicyScope(slug, byDefault, machineUse);
    }

    /** Returns the URL of an article. For an article without a category, that segment of the path is omitted. */
    public Optional<URI> articleAddress(@Nullable String categorySlug, String articleSlug, UUID id, Instant publishedAt) {
        return Optional.ofNullable(url).map(root -> URI.create(
                articleAddress(root.toString(), categorySlug, articleSlug, id, publishedAt)));
    }

    /** Returns the part of an article's URL below the site's URL, which exists while the site has no URL, too. */
    public String articlePath(@Nullable String categorySlug, String articleSlug, UUID id, Instant publishedAt) {
        var path = articleAddress("", categorySlug, articleSlug, id, publishedAt);
        if (articleUrl.startsWith("{site}")) {
            return path.startsWith("/") ? path : "/" + path;
        }
        var address = URI.create(path);
        return (address.getRawPath().isEmpty() ? "/" : address.getRawPath())
                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    private String articleAddress(String root, @Nullable String categorySlug, String articleSlug, UUID id,
            Instant publishedAt) {
        var template = categorySlug == null ? articleUrl.replace("{category}/", "").replace("{category}", "")
                : articleUrl.replace("{category}", categorySlug);
        return withDate(template.replace("{site}", root).replace("{slug}", articleSlug).replace("{id}", id.toString()),
                publishedAt);
    }

    /** Replaces the date placeholders, if there are any: few templates contain dates, and lists contain many URLs. */
    private String withDate(String template, Instant publishedAt) {
        if (template.indexOf('{') < 0) {
            return template;
        }
        var day = publishedAt.atZone(zone);
        return template.replace("{year}", YEAR.format(day)).replace("{month}", MONTH.format(day))
                .replace("{day}", DAY.format(day));
    }

    /** Returns the URL at which the site's front end shows a preview. Empty if the site has no template. */
    public Optional<URI> previewAddress(String token, String articleSlug, UUID id) {
        return Optional.ofNullable(previewUrl).map(template -> URI.create(template.replace("{token}", token)
                .replace("{slug}", articleSlug).replace("{id}", id.toString())));
    }

    /** Returns the URL of a category. Empty if the site has no URL. */
    public Optional<URI> categoryAddress(String categorySlug) {
        return withPath(categoryPath(categorySlug));
    }

    /** Returns the part of the URL below the site's URL. */
    public static String categoryPath(String categorySlug) {
        return "/" + categorySlug;
    }

    /** Returns the URL of a tag. Empty if the site has no URL. */
    public Optional<URI> tagAddress(String tagSlug) {
        return withPath(tagPath(tagSlug));
    }

    /** Returns the part of the URL below the site's URL. */
    public static String tagPath(String tagSlug) {
        return "/tag/" + tagSlug;
    }

    /** Returns the URL of an author. Empty if the site has no URL. */
    public Optional<URI> authorAddress(String authorSlug) {
        return withPath(authorPath(authorSlug));
    }

    /** Returns the part of the URL below the site's URL. */
    public static String authorPath(String authorSlug) {
        return "/author/" + authorSlug;
    }

    /** Returns the URL of a collection. Empty if the site has no URL. */
    public Optional<URI> collectionAddress(String collectionSlug) {
        return withPath(collectionPath(collectionSlug));
    }

    /** Returns the part of the URL below the site's URL. */
    public static String collectionPath(String collectionSlug) {
        return "/collection/" + collectionSlug;
    }

    private Optional<URI> withPath(String path) {
        return Optional.ofNullable(url).map(root -> URI.create(root + path));
    }
}
