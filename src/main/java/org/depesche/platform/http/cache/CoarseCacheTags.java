package org.depesche.platform.http.cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Returns the tags of an entry of the change log: a response may carry a tag itself or its coarse tag. */
    public static Set<CacheTag> withCoarse(Collection<CacheTag> tags) {
        var both = new LinkedHashSet<>(tags);
        tags.forEach(tag -> both.add(tag.coarse()));
        return both;
    }

    /** Returns all tags if they fit. Otherwise the kind that takes the most room becomes coarse, until the tags fit. */
    static Collection<CacheTag> fitToHeader(Collection<CacheTag> tags) {
        var length = tags.stream().mapToInt(CoarseCacheTags::length).sum();
        if (length <= MAX_BYTES) {
            return tags;
        }
        var fitter = new TagFitter(tags);
        for (var largest = fitter.largest(); length > MAX_BYTES && largest.isPresent(); largest = fitter.largest()) {
            length -= fitter.replace(largest.get());
        }
        return fitter.fitted();
    }

    private static int length(CacheTag tag) {
        return tag.text().length() + 1;
    }

    /** Replaces kinds of tags by their coarse tags. It finds the kind of each tag once, because a list has a hundred tags. */
    private static final class TagFitter {

        private final Collection<CacheTag> tags;
        private final List<String> kinds;
        private final Map<String, CacheTag> coarse = new HashMap<>();
        private final Map<String, Integer> lengths = new HashMap<>();
        private final Set<String> replaced = new HashSet<>();
        /** The coarse tags among those of the response. */
        private final Set<CacheTag> added = new HashSet<>();

        TagFitter(Collection<CacheTag> tags) {
            this.tags = tags;
            this.kinds = new ArrayList<>(tags.size());
            for (var tag : tags) {
                var kind = tag.kind();
                kinds.add(kind);
                count(tag, kind);
            }
        }

        private void count(CacheTag tag, String kind) {
            if (kind.isEmpty()) {
                return;
            }
            if (coarse.computeIfAbsent(kind, first -> tag.coarse()).equals(tag)) {
                added.add(tag);
            } else {
                lengths.merge(kind, length(tag), Integer::sum);
            }
        }

        Optional<String> largest() {
            return lengths.entrySet().stream()
                    .max(Map.Entry.<String, Integer> comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey);
        }

        /** Returns how much shorter the tags have become. */
        int replace(String kind) {
            replaced.add(kind);
            var tag = Objects.requireNonNull(coarse.get(kind));
            return Objects.requireNonNull(lengths.remove(kind)) - (added.add(tag) ? length(tag) : 0);
        }

        /** Returns the tags. This needs no set of all tags, because only a coarse tag can occur twice. */
        Collection<CacheTag> fitted() {
            var fitted = new ArrayList<CacheTag>(tags.size());
            var shown = new HashSet<CacheTag>();
            var kind = kinds.iterator();
            for (var tag : tags) {
                var own = kind.next();
                var fitting = replaced.contains(own) ? Objects.requireNonNull(coarse.get(own)) : tag;
                if (!added.contains(fitting) || shown.add(fitting)) {
                    fitted.add(fitting);
                }
            }
            return fitted;
        }
    }
}
