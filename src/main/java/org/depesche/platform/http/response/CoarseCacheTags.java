package org.depesche.platform.http.response;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Shortens a list of cache tags to the size of the header. Tags that do not fit are replaced by the coarser tag of their
 * kind. A change that invalidates {@code image:4f…} must therefore also name {@code image:all} ({@link #withCoarse}).
 */
public final class CoarseCacheTags {

    /** The limit that the contract names. CDNs accept 16 KiB; proxies often accept 8 KiB for all headers. */
    private static final int MAX_BYTES = 2_048;

    private CoarseCacheTags() {
    }

    /**
     * Returns the tags together with their coarser tags, so that a change also invalidates responses whose tags were
     * shortened.
     */
    public static Set<String> withCoarse(Collection<String> tags) {
        var extended = new LinkedHashSet<>(tags);
        tags.forEach(tag -> extended.add(coarse(tag)));
        return extended;
    }

    /** Returns all tags if they fit. Otherwise replaces the kind with the most characters by its coarser tag, and repeats. */
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
     * {@code list:all} for articles and lists of articles, {@code <kind>:all} for other tags. A tag without a kind is
     * coarse already.
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

    /** The part before the id. All lists are of one kind, since a change to an article may affect any list. */
    private static String kind(String tag) {
        var kind = tag.substring(0, Math.max(tag.lastIndexOf(':'), 0));
        return kind.equals("list") || kind.startsWith("list:") ? "list" : kind;
    }
}
