package org.depesche.delivery.machineuse;

import java.util.ArrayList;
import java.util.List;

import org.depesche.content.site.Site;
import org.depesche.delivery.machineuse.format.RobotsPaths;

/** The paths of a site in the form of robots.txt. */
final class PathPatterns {

    private static final String SITE = "{site}";
    private static final String CATEGORY = "{category}";

    private PathPatterns() {
    }

    /** The pattern of all paths of the site. */
    static String all(Site site) {
        return RobotsPaths.beginningWith(root(site) + "/");
    }

    /** The patterns of the page of a category and, if their addresses contain the category, of its articles. */
    static List<String> ofCategory(Site site, String slug) {
        var patterns = new ArrayList<String>();
        patterns.add(RobotsPaths.exactly(root(site) + Site.categoryPath(slug)));
        var template = site.articleUrl();
        if (template.startsWith(SITE) && template.contains(CATEGORY)) {
            var path = RobotsPaths.beginningWith(root(site) + template.substring(SITE.length())).replace(CATEGORY, slug)
                    .replaceAll("\\{[a-z]+}", "*");
            patterns.add(path.endsWith("*") ? path : path + "$");
        }
        return patterns;
    }

    private static String root(Site site) {
        return site.url() == null || site.url().getRawPath() == null ? "" : site.url().getRawPath();
    }
}
