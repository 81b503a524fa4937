package org.depesche.content.site;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The former URLs of a site and of its articles, so that existing links keep working.
 *
 * @param urls former URLs of the site
 * @param articleUrls former templates of the articles' URLs
 */
public record FormerSiteUrls(List<String> urls, List<String> articleUrls) {

    public static final FormerSiteUrls NONE = new FormerSiteUrls(List.of(), List.of());

    /** A limit for admins who try out templates: each stored template makes a lookup slower. The oldest are dropped. */
    private static final int MAX_STORED = 10;

    public FormerSiteUrls {
        urls = List.copyOf(urls);
        articleUrls = List.copyOf(articleUrls);
    }

    static FormerSiteUrls read(String urls, String articleUrls) {
        return new FormerSiteUrls(urls.lines().toList(), articleUrls.lines().toList());
    }

    /** Appends the previous value to the stored lines. The current value is removed from them. */
    static String with(String lines, @Nullable String before, @Nullable String current) {
        var values = new LinkedHashSet<>(lines.lines().toList());
        if (before != null) {
            values.remove(before);
            values.add(before);
        }
        values.remove(current);
        return values.stream().skip(Math.max(0, values.size() - MAX_STORED)).collect(Collectors.joining("\n"));
    }
}
