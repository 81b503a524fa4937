package org.depesche.content.site;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Where a site and its articles once were: a move must not break what others link to.
 *
 * @param urls addresses that the site had
 * @param articleUrls templates that its articles' addresses had
 */
public record FormerSiteUrls(List<String> urls, List<String> articleUrls) {

    public static final FormerSiteUrls NONE = new FormerSiteUrls(List.of(), List.of());

    /** Somebody who tries templates out must not make every look-up longer; the oldest are forgotten. */
    private static final int MAX_REMEMBERED = 10;

    public FormerSiteUrls {
        urls = List.copyOf(urls);
        articleUrls = List.copyOf(articleUrls);
    }

    static FormerSiteUrls read(String urls, String articleUrls) {
        return new FormerSiteUrls(urls.lines().toList(), articleUrls.lines().toList());
    }

    /** The lines, and what came after them; what is there again is no former one. */
    static String with(String lines, @Nullable String before, @Nullable String now) {
        var all = new LinkedHashSet<>(lines.lines().toList());
        if (before != null) {
            all.remove(before);
            all.add(before);
        }
        all.remove(now);
        return all.stream().skip(Math.max(0, all.size() - MAX_REMEMBERED)).collect(Collectors.joining("\n"));
    }
}
