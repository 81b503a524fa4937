package org.depesche.platform.http.response;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.depesche.platform.http.CacheTag;

/**
 * Bounds the header that carries cache tags. When the tags of a response do not fit, tags of one kind are replaced by the
 * coarse tag of their kind ({@link CacheTag#coarse}). So a change that makes {@code image:4f…} stale must also name {@code
 * image:all} ({@link #withCoarse}).
 */
public final class CoarseCacheTags {

    /** The length that the contract promises. CDNs accept 16 KiB; proxies often accept 8 KiB for all headers together. */
    private static final int MAX_BYTES = 2_048;

    private CoarseCacheTags() {
    }

    /** The tags that a change entry names: a response may carry a tag itself or its coarse tag. */
    public static Set<CacheTag> withCoarse(Collection<CacheTag> tags) {
        var both = new LinkedHashSet<>(tags);
        tags.forEach(tag -> both.add(tag.coarse()));
        return both;
    }

    /** All tags when they fit. Otherwise the kind that takes the most room becomes coarse, until the tags fit. */
    static Set<CacheTag> fitToHeader(Collection<CacheTag> tags) {
        var fitted = new LinkedHashSet<>(tags);
        while (length(fitted) > MAX_BYTES && fitted.stream().anyMatch(CoarseCacheTags::canBecomeCoarse)) {
            var largest = largestKind(fitted);
            var coarse = new LinkedHashSet<CacheTag>();
            fitted.forEach(tag -> coarse.add(tag.kind().equals(largest) ? tag.coarse() : tag));
            fitted = coarse;
        }
        return fitted;
    }

    private static boolean canBecomeCoarse(CacheTag tag) {
        return !tag.coarse().equals(tag);
    }

    private static String largestKind(Set<CacheTag> tags) {
        return tags.stream().filter(CoarseCacheTags::canBecomeCoarse)
                .collect(groupingBy(CacheTag::kind, summingInt(tag -> tag.text().length())))
                .entrySet().stream()
                .max(Map.Entry.<String, Integer> comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow().getKey();
    }

    private static int length(Set<CacheTag> tags) {
        return tags.stream().mapToInt(tag -> tag.text().length() + 1).sum();
    }
}
