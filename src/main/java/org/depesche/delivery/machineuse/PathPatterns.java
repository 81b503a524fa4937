package org.depesche.delivery.machineuse;

import java.util.ArrayList;
import java.util.List;

import org.depesche.content.site.Site;

/**
 * The paths of a site in the form of robots.txt (RFC 9309, section 2.2.3), which TDMRep and RSL share: {@code *} stands for any
 * characters and {@code $} for the end.
 */
final class PathPatterns {

    private static final String SITE = "{site}";
    private static final String CATEGORY = "{category}";

    private PathPatterns() {
    }

    /** The pattern of all paths of the site. */
    static String all(Site site) {
        return root(site) + "/";
    }

    /** The patterns of the page of a category and, if their addresses contain the category, of its articles. */
    static List<String> ofCategory(Site site, String slug) {
        var patterns = new ArrayList<String>();
        patterns.add(root(site) + Site.categoryPath(slug) + "$");
        var template = site.articleUrl();
        if (template.startsWith(SITE) && template.contains(CATEGORY)) {
            var path = template.substring(SITE.length()).replace(CATEGORY, slug).replaceAll("\\{[a-z]+}", "*");
            patterns.add(root(site) + path);
        }
        return patterns;
    }

    private static String root(Site site) {
        return site.url() == null || site.url().getRawPath() == null ? "" : site.url().getRawPath();
    }
}
