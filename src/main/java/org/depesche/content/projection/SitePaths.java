package org.depesche.content.projection;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.depesche.content.category.CategoryTree;
import org.depesche.content.site.Site;

/** How a path on a site is taken apart. */
public final class SitePaths {

    private SitePaths() {
    }

    /** The path below the site's address, which may have one of its own; a path alone may leave that out. */
    public static Optional<String> relativeToSite(Site site, String path) {
        var base = site.url() == null ? "/" : site.url().toString();
        return relativeTo(base, path)
                .or(() -> path.equals(UrlNormalizer.normalized(base)) ? Optional.empty() : Optional.of(path));
    }

    /** The path below an address. */
    public static Optional<String> relativeTo(String base, String path) {
        var root = UrlNormalizer.normalized(base);
        if (root.equals("/")) {
            return Optional.of(path);
        }
        return path.startsWith(root + "/") ? Optional.of(path.substring(root.length())) : Optional.empty();
    }

    /** The segments of the path, decoded. */
    public static List<String> segments(String path) {
        return Arrays.stream(path.split("/")).filter(step -> !step.isEmpty()).map(SitePaths::decoded).toList();
    }

    private static String decoded(String step) {
        try {
            return URLDecoder.decode(step, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return step;
        }
    }

    /** Whether the path has, or had, the form of the site's article addresses; its category may be any that is or was. */
    public static boolean matchesArticleUrl(Site site, CategoryTree tree, List<String> steps, String slug) {
        return Stream.concat(Stream.of(site.articleUrl()), site.formerUrls().articleUrls().stream())
                .anyMatch(template -> matches(template, tree, steps, slug));
    }

    private static boolean matches(String template, CategoryTree tree, List<String> steps, String slug) {
        var form = segments(UrlNormalizer.path(template.replace("{site}", "")));
        if (form.size() != steps.size()) {
            return false;
        }
        for (var i = 0; i < form.size(); i++) {
            var fits = switch (form.get(i)) {
                case "{slug}" -> steps.get(i).equals(slug);
                case "{category}" -> tree.bySlug(steps.get(i)).isPresent();
                default -> form.get(i).contains("{") || form.get(i).equals(steps.get(i));
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
