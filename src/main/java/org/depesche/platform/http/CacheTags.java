package org.depesche.platform.http;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names under which caches drop answers. CDNs take only so much of them: what does not fit is told by the coarser tag of
 * its kind. So whatever makes {@code image:4f…} stale must name {@code image:all} too ({@link #coarser}).
 */
public final class CacheTags {

    /** What the contract promises; CDNs take 16 KiB, proxies often 8 for all headers. */
    private static final int MOST_BYTES = 2_048;

    private CacheTags() {
    }

    /**
     * The tag that stands for a tag and all of its kind: {@code list:all} for articles and article lists, {@code <kind>:all}
     * for
     * any other. A change entry names the coarser tag beside each fine one.
     */
    public static String coarser(String tag) {
        var kind = kind(tag);
        return kind.equals("article") || kind.equals("list") ? "list:all" : kind + ":all";
    }

    /** All of them when they fit; else the kind that takes most room becomes its coarser tag, and so on. */
    static Set<String> fitting(Collection<String> tags) {
        var fitted = new LinkedHashSet<>(tags);
        while (length(fitted) > MOST_BYTES && fitted.stream().anyMatch(tag -> !coarser(tag).equals(tag))) {
            var largest = largestKind(fitted);
            var coarse = new LinkedHashSet<String>();
            fitted.forEach(tag -> coarse.add(kind(tag).equals(largest) ? coarser(tag) : tag));
            fitted = coarse;
        }
        return fitted;
    }

    private static String largestKind(Set<String> tags) {
        return tags.stream().filter(tag -> !coarser(tag).equals(tag))
                .collect(groupingBy(CacheTags::kind, summingInt(String::length)))
                .entrySet().stream()
                .max(Map.Entry.<String, Integer> comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow().getKey();
    }

    private static int length(Set<String> tags) {
        return tags.stream().mapToInt(tag -> tag.length() + 1).sum();
    }

    /** What stands before the id: {@code list:category} in {@code list:category:4f…}. */
    private static String kind(String tag) {
        var kind = tag.substring(0, Math.max(tag.lastIndexOf(':'), 0));
        return kind.startsWith("list") ? "list" : kind;
    }
}
