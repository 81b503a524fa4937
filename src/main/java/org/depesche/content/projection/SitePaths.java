package org.depesche.content.projection;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.depesche.content.category.CategoryTree;
import org.depesche.content.site.Site;

/** Analyzes paths on a site. */
public final class SitePaths {

    private SitePaths() {
    }

    /**
     * The path below the site's URL, which may have a path of its own. A path that does not start with it is returned
     * unchanged.
     */
    public static Optional<String> relativeToSite(Site site, String path) {
        var base = site.url() == null ? "/" : site.url().toString();
        return relativeTo(base, path)
                .or(() -> path.equals(UrlNormalizer.normalized(base)) ? Optional.empty() : Optional.of(path));
    }

    /** The path below a base URL; empty when the path is not below it. */
    public static Optional<String> relativeTo(String base, String path) {
        var root = UrlNormalizer.normalized(base);
        if (root.equals("/")) {
            return Optional.of(path);
        }
        return path.startsWith(root + "/") ? Optional.of(path.substring(root.length())) : Optional.empty();
    }

    /** The segments of a path, percent-decoded. */
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
     * Whether a path has the form of the site's article URLs, current or former. The category may be any current or
     * former category.
     */
    public static boolean matchesArticleUrl(Site site, CategoryTree tree, List<String> segments, String slug) {
        return Stream.concat(Stream.of(site.articleUrl()), site.formerUrls().articleUrls().stream())
                .anyMatch(template -> matches(template, tree, segments, slug));
    }

    private static boolean matches(String template, CategoryTree tree, List<String> segments, String slug) {
        var templateSegments = segments(UrlNormalizer.path(template.replace("{site}", "")));
        if (templateSegments.size() != segments.size()) {
            return false;
        }
        for (var i = 0; i < templateSegments.size(); i++) {
            var isMatch = switch (templateSegments.get(i)) {
                case "{slug}" -> segments.get(i).equals(slug);
                case "{category}" -> tree.bySlug(segments.get(i)).isPresent();
                default -> templateSegments.get(i).contains("{") || templateSegments.get(i).equals(segments.get(i));
            };
            if (!isMatch) {
                return false;
            }
        }
        return true;
    }
}
