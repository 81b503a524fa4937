package org.depesche.content.article;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.depesche.content.category.CategoryTree;
import org.depesche.content.site.Site;

/** How a path on a site is taken apart. */
final class SiteAddress {

    private SiteAddress() {
    }

    /** The path below the site's address, which may have one of its own; a path alone may leave that out. */
    static Optional<String> inside(Site site, String path) {
        var base = site.url() == null ? "/" : site.url().toString();
        return below(base, path)
                .or(() -> path.equals(Aliases.comparable(base)) ? Optional.empty() : Optional.of(path));
    }

    /** The path below an address. */
    static Optional<String> below(String base, String path) {
        var root = Aliases.comparable(base);
        if (root.equals("/")) {
            return Optional.of(path);
        }
        return path.startsWith(root + "/") ? Optional.of(path.substring(root.length())) : Optional.empty();
    }

    /** The segments of the path, decoded. */
    static List<String> steps(String path) {
        return Arrays.stream(path.split("/")).filter(step -> !step.isEmpty()).map(SiteAddress::decoded).toList();
    }

    private static String decoded(String step) {
        try {
            return URLDecoder.decode(step, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return step;
        }
    }

    /** Whether the path has, or had, the form of the site's article addresses; its category may be any that is or was. */
    static boolean isOfArticle(Site site, CategoryTree tree, List<String> steps, String slug) {
        return Stream.concat(Stream.of(site.articleUrl()), site.former().articleUrls().stream())
                .anyMatch(template -> isOf(template, tree, steps, slug));
    }

    private static boolean isOf(String template, CategoryTree tree, List<String> steps, String slug) {
        var form = steps(Aliases.path(template.replace("{site}", "")));
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
