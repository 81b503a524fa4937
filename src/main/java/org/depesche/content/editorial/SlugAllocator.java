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
 * Gives out slugs to the articles of one batch. What is taken in the database is looked up beforehand for the whole batch; what
 * the batch itself gives out is remembered here.
 */
public final class SlugAllocator {

    private final Map<String, UUID> owners;
    private final Map<String, Integer> lastNumbers;
    private final Map<String, UUID> newSlugs = new LinkedHashMap<>();

    /**
     * @param owners whose slugs are or were those that the batch wants
     * @param numbers the last number given to each stem that is taken
     */
    private SlugAllocator(Map<String, UUID> owners, Map<String, Integer> numbers) {
        this.owners = new HashMap<>(owners);
        this.lastNumbers = new HashMap<>(numbers);
    }

    /**
     * In two statements.
     *
     * @param wanted slugs that must be these or none
     * @param derived slugs that may be numbered
     */
    public static SlugAllocator load(Collection<String> wanted, Collection<String> derived, WorkingCopies copies,
            SlugNumbers numbers) {
        var demand = Stream.concat(wanted.stream(), derived.stream())
                .collect(Collectors.groupingBy(slug -> slug, Collectors.counting()));
        var owners = copies.slugOwners(demand.keySet());
        var disputed = derived.stream().filter(slug -> owners.containsKey(slug) || demand.get(slug) > 1)
                .map(SlugAllocator::stem)
                .distinct();
        return new SlugAllocator(owners, numbers.lastNumbers(disputed.toList()));
    }

    /** Whose it is or was. */
    public Optional<UUID> owner(String slug) {
        return Optional.ofNullable(owners.get(slug));
    }

    /** Whether it is nobody's, or was this article's before. */
    public boolean isAvailableTo(String slug, UUID article) {
        return owners.getOrDefault(slug, article).equals(article);
    }

    /** Gives it to that article. */
    public String allocate(String slug, UUID article) {
        if (owners.put(slug, article) == null) {
            newSlugs.put(slug, article);
        }
        return slug;
    }

    /** Gives it to that article, or the next free number of it. */
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

    /** What is new in the register. */
    public Map<String, UUID> newSlugs() {
        return newSlugs;
    }

    /** The part before the number: short enough that no number ever cuts it differently. */
    static String stem(String slug) {
        var numbered = Slug.numbered(slug, SlugNumbers.MAX_NUMBER);
        return numbered.substring(0, numbered.lastIndexOf('-'));
    }
}
