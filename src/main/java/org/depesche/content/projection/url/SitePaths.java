package org.depesche.content.projection.url;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.depesche.content.site.Site;

/** Analyzes URLs on a site. */
public final class SitePaths {

    private static final String SITE = "{site}";

    private SitePaths() {
    }

    /**
     * Returns the parts below the site's URL that a request may mean. A path without a host may contain the path of the site's
     * URL, or may already be the part below it. Empty if the request is for another host.
     */
    public static List<RequestedUrl> onSite(Site site, RequestedUrl requested) {
        if (site.url() == null) {
            return List.of(requested);
        }
        var below = requested.below(site.url().toString());
        if (requested.host().isEmpty()) {
            return Stream.concat(below.stream(), Stream.of(requested)).distinct().toList();
        }
        return below.filter(inside -> isOnHost(requested, site.url().toString())).stream().toList();
    }

    /** Returns the parts below the former URLs of the site that a request may mean. */
    public static List<RequestedUrl> onFormerSite(Site site, RequestedUrl requested) {
        return site.formerUrls().urls().stream().filter(former -> isOnHost(requested, former))
                .flatMap(former -> requested.below(former).stream()).toList();
    }

    /** Returns the hosts of the site's current and former URLs. */
    public static Stream<Optional<String>> hosts(Site site) {
        var written = Stream.of(Stream.ofNullable(site.url()).map(Object::toString), site.formerUrls().urls().stream(),
                Stream.of(site.articleUrl()), site.formerUrls().articleUrls().stream()).flatMap(urls -> urls);
        return written.map(UrlNormalizer::host).filter(Optional::isPresent);
    }

    private static boolean isOnHost(RequestedUrl requested, String url) {
        return requested.host().equals(UrlNormalizer.host(url));
    }

    /** Returns the segments of a path, percent-decoded. */
    public static List<String> segments(String path) {
        return Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).map(SitePaths::decode).toList();
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    /**
     * Returns the ids and slugs of the articles that a request may be for, by the current template and the former ones. The
     * category in a URL may be any current, former or deleted category.
     *
     * @param isCategory whether a slug is or was that of a category
     * @param requested the request as it is, for templates that do not begin with the site's URL
     * @param onSite what the request may mean below a URL of the site
     */
    public static Set<String> articleRefs(Site site, Predicate<String> isCategory, RequestedUrl requested,
            List<RequestedUrl> onSite) {
        var refs = new LinkedHashSet<String>();
        Stream.concat(Stream.of(site.articleUrl()), site.formerUrls().articleUrls().stream()).forEach(template -> {
            var pattern = new ArticleUrlPattern(below(site, template).orElseGet(() -> pathAndQuery(template)));
            var candidates = below(site, template).isPresent() ? onSite
                    : requested.host().isEmpty() || isOnHost(requested, template) ? List.of(requested)
                            : List.<RequestedUrl> of();
            candidates.forEach(candidate -> refs.addAll(pattern.refs(candidate, isCategory)));
        });
        return refs;
    }

    /** Returns the part of a template below the site's URL; empty if the template leads elsewhere. */
    private static Optional<String> below(Site site, String template) {
        var base = template.startsWith(SITE) ? SITE : site.url() == null ? "{none}" : site.url() + "/";
        return template.startsWith(base) ? Optional.of(pathAndQuery("/" + template.substring(base.length())))
                : Optional.empty();
    }

    private static String pathAndQuery(String template) {
        return UrlNormalizer.path(template.replaceFirst("^/{2,}", "/"));
    }
}
