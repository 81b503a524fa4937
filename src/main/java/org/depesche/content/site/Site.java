package org.depesche.content.site;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One portal. Nothing on it has an address while it has none itself.
 *
 * @param url without a slash at the end
 * @param articleUrl the template of an article's address
 * @param previewUrl the template of the address where its front end shows previews
 * @param former where it was before
 * @param zone in which the template's date is read
 */
public record Site(UUID id, String slug, String name, @Nullable URI url, String language, String articleUrl,
        @Nullable String previewUrl, FormerSiteUrls formerUrls, boolean byDefault,
        ZoneId zone, Instant updatedAt) {

    public static final String DEFAULT_ARTICLE_URL = "{site}/{category}/{slug}";

    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd", Locale.ROOT);

    /** The same site at another address. */
    public Site withUrl(URI address) {
        return new Site(id, slug, name, address, language, articleUrl, previewUrl, formerUrls, byDefault, zone, updatedAt);
    }

    /** An article without a category loses that part of the path. */
    public Optional<URI> articleAddress(@Nullable String categorySlug, String articleSlug, UUID id, Instant publishedAt) {
        if (url == null) {
            return Optional.empty();
        }
        var placed = categorySlug == null ? articleUrl.replace("{category}/", "").replace("{category}", "")
                : articleUrl.replace("{category}", categorySlug);
        return Optional.of(URI.create(dated(placed.replace("{site}", url.toString()).replace("{slug}", articleSlug)
                .replace("{id}", id.toString()), publishedAt)));
    }

    /** Few templates name a date, and every article of every list has an address: what is not asked for is not written. */
    private String dated(String address, Instant publishedAt) {
        if (address.indexOf('{') < 0) {
            return address;
        }
        var day = publishedAt.atZone(zone);
        return address.replace("{year}", YEAR.format(day)).replace("{month}", MONTH.format(day))
                .replace("{day}", DAY.format(day));
    }

    /** Where the site's front end shows the preview, if it does. */
    public Optional<URI> previewAddress(String token, String articleSlug, UUID id) {
        return Optional.ofNullable(previewUrl).map(template -> URI.create(template.replace("{token}", token)
                .replace("{slug}", articleSlug).replace("{id}", id.toString())));
    }

    public Optional<URI> categoryAddress(String categorySlug) {
        return address("/" + categorySlug);
    }

    public Optional<URI> tagAddress(String tagSlug) {
        return address("/tag/" + tagSlug);
    }

    public Optional<URI> authorAddress(String authorSlug) {
        return address("/author/" + authorSlug);
    }

    public Optional<URI> collectionAddress(String collectionSlug) {
        return address("/collection/" + collectionSlug);
    }

    private Optional<URI> address(String path) {
        return Optional.ofNullable(url).map(root -> URI.create(root + path));
    }
}
