package org.depesche.content.editorial;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.depesche.kernel.Slug;

/**
 * Allocates slugs to the articles of one batch. The slugs of the database are looked up once for the whole batch; the
 * allocator remembers those of the batch itself.
 */
public final class SlugAllocator {

    private final Map<String, UUID> owners;
    private final Map<String, Integer> lastNumbers;
    private final Map<String, UUID> newSlugs = new LinkedHashMap<>();

    /**
     * @param owners the articles that have or had the requested slugs
     * @param numbers the last number of each stem
     */
    private SlugAllocator(Map<String, UUID> owners, Map<String, Integer> numbers) {
        this.owners = new HashMap<>(owners);
        this.lastNumbers = new HashMap<>(numbers);
    }

    /**
     * Looks up slugs in two statements.
     *
     * @param explicit slugs that must not be numbered
     * @param derived slugs that may be numbered
     */
    public static SlugAllocator load(Collection<String> explicit, Collection<String> derived, WorkingCopyRepository copies,
            SlugNumberRepository numbers) {
        var demand = Stream.concat(explicit.stream(), derived.stream())
                .collect(Collectors.groupingBy(slug -> slug, Collectors.counting()));
        var owners = copies.slugOwners(demand.keySet());
        var disputed = derived.stream().filter(slug -> owners.containsKey(slug) || demand.get(slug) > 1)
                .map(SlugAllocator::stem)
                .distinct();
        return new SlugAllocator(owners, numbers.lastNumbers(disputed.toList()));
    }

    /** Returns the article that has or had the slug. */
    public Optional<UUID> owner(String slug) {
        return Optional.ofNullable(owners.get(slug));
    }

    /** Returns whether no other article has or had the slug. */
    public boolean isAvailableTo(String slug, UUID article) {
        return owners.getOrDefault(slug, article).equals(article);
    }

    /** Allocates the slug to the article. */
    public String allocate(String slug, UUID article) {
        if (owners.put(slug, article) == null) {
            newSlugs.put(slug, article);
        }
        return slug;
    }

    /** Allocates the slug, or its next available number, to the article. */
    public String allocateNumbered(String slug, UUID article) {
        if (isAvailableTo(slug, article)) {
            return allocate(slug, article);
        }
        var stem = stem(slug);
        var number = lastNumbers.merge(stem, 2, (last, two) -> Math.max(last + 1, two));
        while (!isAvailableTo(Slug.numbered(stem, number), article)) {
            number = lastNumbers.merge(stem, 1, Integer::sum);
        }
        return allocate(Slug.numbered(stem, number), article);
    }

    /** Returns the slugs to store. */
    public Map<String, UUID> newSlugs() {
        return newSlugs;
    }

    /** Returns the part before the number, short enough for all numbers. */
    static String stem(String slug) {
        var numbered = Slug.numbered(slug, SlugNumberRepository.MAX_NUMBER);
        return numbered.substring(0, numbered.lastIndexOf('-'));
    }
}
