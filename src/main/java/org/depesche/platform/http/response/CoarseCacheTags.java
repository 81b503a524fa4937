package org.depesche.platform.http.response;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names under which caches drop answers, fewer of them: what does not fit into the header is told by the coarser tag of
 * its kind. So whatever makes {@code image:4f…} stale must name {@code image:all} too ({@link #withCoarse}).
 */
public final class CoarseCacheTags {

    /** What the contract promises; CDNs take 16 KiB, proxies often 8 for all headers. */
    private static final int MAX_BYTES = 2_048;

    private CoarseCacheTags() {
    }

    /** What a change entry must name, so that answers whose tags became coarser are dropped too. */
    public static Set<String> withCoarse(Collection<String> tags) {
        var both = new LinkedHashSet<>(tags);
        tags.forEach(tag -> both.add(coarse(tag)));
        return both;
    }

    /** All of them when they fit; else the kind that takes most room becomes its coarser tag, and so on. */
    static Set<String> fitToHeader(Collection<String> tags) {
        var fitted = new LinkedHashSet<>(tags);
        while (length(fitted) > MAX_BYTES && fitted.stream().anyMatch(tag -> !coarse(tag).equals(tag))) {
            var largest = largestKind(fitted);
            var coarse = new LinkedHashSet<String>();
            fitted.forEach(tag -> coarse.add(kind(tag).equals(largest) ? coarse(tag) : tag));
            fitted = coarse;
        }
        return fitted;
    }

    /**
     * {@code list:all} for articles and lists of them, {@code <kind>:all} for any other; what has no kind is coarse already.
     */
    private static String coarse(String tag) {
        var kind = kind(tag);
        if (kind.isEmpty()) {
            return tag;
        }
        return kind.equals("article") || kind.equals("list") ? "list:all" : kind + ":all";
    }

    private static String largestKind(Set<String> tags) {
        return tags.stream().filter(tag -> !coarse(tag).equals(tag))
                .collect(groupingBy(CoarseCacheTags::kind, summingInt(String::length)))
                .entrySet().stream()
                .max(Map.Entry.<String, Integer> comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow().getKey();
    }

    private static int length(Set<String> tags) {
        return tags.stream().mapToInt(tag -> tag.length() + 1).sum();
    }

    /** What stands before the id; all lists are of one kind, since an article's change may touch any of them. */
    private static String kind(String tag) {
        var kind = tag.substring(0, Math.max(tag.lastIndexOf(':'), 0));
        return kind.equals("list") || kind.startsWith("list:") ? "list" : kind;
    }
}
