package org.depesche.content.listing;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What a list query asks for: articles that stand in at least one list of every group, in none of {@code none}, published
 * within the range, and not among the excepted.
 *
 * @param groups at least one; each group is any-of, all groups together are all-of
 * @param from inclusive, on {@code publishedAt}
 * @param before exclusive, on {@code publishedAt}
 * @param outside collections, in none of which it stands
 */
public record ListFilter(List<Set<ListKey>> groups, Set<ListKey> noneOf, @Nullable Instant from, @Nullable Instant before,
        Set<UUID> excludedArticles, Set<UUID> excludedCollections) {

    public ListFilter {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("A selection is made from at least one list");
        }
        groups = groups.stream().map(Set::copyOf).toList();
        noneOf = Set.copyOf(noneOf);
        excludedArticles = Set.copyOf(excludedArticles);
        excludedCollections = Set.copyOf(excludedCollections);
    }

    public static ListFilter of(ListKey list) {
        return new ListFilter(List.of(Set.of(list)), Set.of(), null, null, Set.of(), Set.of());
    }

    public ListFilter excluding(Set<ListKey> lists, Set<UUID> articles) {
        return new ListFilter(groups, lists, from, before, articles, excludedCollections);
    }

    /** Those that also stand in one of these lists. */
    public ListFilter and(Set<ListKey> lists) {
        var more = new ArrayList<>(groups);
        more.add(lists);
        return new ListFilter(more, noneOf, from, before, excludedArticles, excludedCollections);
    }

    /** With other lists in the place of each. */
    public ListFilter expandLists(Function<ListKey, Set<ListKey>> lists) {
        return new ListFilter(
                groups.stream().map(group -> group.stream().flatMap(key -> lists.apply(key).stream()).collect(toSet()))
                        .toList(),
                noneOf, from, before, excludedArticles, excludedCollections);
    }

    /**
     * The same text for the same filter, on every node and after every restart: what a cursor is bound to. Months are left
     * out; they follow from the range and grow with time.
     */
    public String canonical() {
        var groupTexts = groups.stream().filter(group -> group.stream().noneMatch(key -> key.kind() == ListKind.MONTH))
                .map(ListFilter::sorted).sorted().collect(joining("&"));
        var text = groupTexts + "!" + sorted(noneOf) + ";" + from + ";" + before + ";" + sorted(excludedArticles);
        return excludedCollections.isEmpty() ? text : text + "^" + sorted(excludedCollections);
    }

    private static String sorted(Set<?> members) {
        return members.stream().map(Object::toString).sorted().collect(joining("|"));
    }

    boolean isSingleList() {
        return groups.size() == 1 && groups.get(0).size() == 1 && noneOf.isEmpty() && from == null && before == null
                && excludedArticles.isEmpty() && excludedCollections.isEmpty();
    }
}
