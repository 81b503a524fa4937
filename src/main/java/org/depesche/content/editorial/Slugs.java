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
final class Slugs {

    private final Map<String, UUID> owners;
    private final Map<String, Integer> numbers;
    private final Map<String, UUID> given = new LinkedHashMap<>();

    /**
     * @param owners whose slugs are or were those that the batch wants
     * @param numbers the last number given to each stem that is taken
     */
    private Slugs(Map<String, UUID> owners, Map<String, Integer> numbers) {
        this.owners = new HashMap<>(owners);
        this.numbers = new HashMap<>(numbers);
    }

    /**
     * In two statements.
     *
     * @param wanted slugs that must be these or none
     * @param derived slugs that may be numbered
     */
    static Slugs of(Collection<String> wanted, Collection<String> derived, WorkingCopies copies, SlugNumbers numbers) {
        var demand = Stream.concat(wanted.stream(), derived.stream())
                .collect(Collectors.groupingBy(slug -> slug, Collectors.counting()));
        var owners = copies.ownersOf(demand.keySet());
        var disputed = derived.stream().filter(slug -> owners.containsKey(slug) || demand.get(slug) > 1).map(Slugs::stem)
                .distinct();
        return new Slugs(owners, numbers.last(disputed.toList()));
    }

    /** Whose it is or was. */
    Optional<UUID> owner(String slug) {
        return Optional.ofNullable(owners.get(slug));
    }

    /** Whether it is nobody's, or was this article's before. */
    boolean mayHave(String slug, UUID article) {
        return owners.getOrDefault(slug, article).equals(article);
    }

    /** Gives it to that article. */
    String give(String slug, UUID article) {
        if (owners.put(slug, article) == null) {
            given.put(slug, article);
        }
        return slug;
    }

    /** Gives it to that article, or the next free number of it. */
    String giveNumbered(String slug, UUID article) {
        if (mayHave(slug, article)) {
            return give(slug, article);
        }
        var stem = stem(slug);
        var number = numbers.merge(stem, 2, (last, two) -> Math.max(last + 1, two));
        while (!mayHave(Slug.numbered(stem, number), article)) {
            number = numbers.merge(stem, 1, Integer::sum);
        }
        return give(Slug.numbered(stem, number), article);
    }

    /** What is new in the register. */
    Map<String, UUID> given() {
        return given;
    }

    /** The part before the number: short enough that no number ever cuts it differently. */
    static String stem(String slug) {
        var numbered = Slug.numbered(slug, SlugNumbers.MAX);
        return numbered.substring(0, numbered.lastIndexOf('-'));
    }
}
