package org.depesche.platform.http.cache;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
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
    static Collection<CacheTag> fitToHeader(Collection<CacheTag> tags) {
        var length = tags.stream().mapToInt(CoarseCacheTags::length).sum();
        if (length <= MAX_BYTES) {
            return tags;
        }
        var fine = tags.stream().filter(tag -> !tag.coarse().equals(tag))
                .collect(groupingBy(CacheTag::kind, summingInt(CoarseCacheTags::length)));
        var coarse = new HashSet<String>();
        var fitted = tags;
        for (var largest = largest(fine); length > MAX_BYTES && largest.isPresent(); largest = largest(fine)) {
            coarse.add(largest.get());
            fine.remove(largest.get());
            fitted = new LinkedHashSet<>(
                    tags.stream().map(tag -> coarse.contains(tag.kind()) ? tag.coarse() : tag).toList());
            length = fitted.stream().mapToInt(CoarseCacheTags::length).sum();
        }
        return fitted;
    }

    private static Optional<String> largest(Map<String, Integer> lengths) {
        return lengths.entrySet().stream()
                .max(Map.Entry.<String, Integer> comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private static int length(CacheTag tag) {
        return tag.text().length() + 1;
    }
}
