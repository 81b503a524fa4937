package org.depesche.content.listing;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A filter of articles: those that are in at least one list of every group, in no list of {@code noneOf}, published
 * within the range, and not excluded.
 * @param groups at least one; a group matches any of its lists, and all groups have to match
 * @param noneOf lists whose articles are excluded
 * @param from inclusive, on {@code publishedAt}
 * @param before exclusive, on {@code publishedAt}
 * @param excludedCollections collections whose articles are excluded
 */
public record ListFilter(List<Set<ListKey>> groups, Set<ListKey> noneOf, @Nullable Instant from, @Nullable Instant before,
        Set<UUID> excludedArticles, Set<UUID> excludedCollections) {

    public ListFilter {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("A filter needs at least one list");
        }
        groups = groups.stream().map(Set::copyOf).toList();
        noneOf = Set.copyOf(noneOf);
        excludedArticles = Set.copyOf(excludedArticles);
        excludedCollections = Set.copyOf(excludedCollections);
    }

    /** Returns the articles of a list. */
    public static ListFilter of(ListKey list) {
        return new ListFilter(List.of(Set.of(list)), Set.of(), null, null, Set.of(), Set.of());
    }

    /** Returns the same filter with other exclusions. */
    public ListFilter excluding(Set<ListKey> lists, Set<UUID> articles) {
        return new ListFilter(groups, lists, from, before, articles, excludedCollections);
    }

    /** Returns the same filter within a list. The list of all articles is no filter beside it. */
    ListFilter within(ListKey list) {
        var narrowed = new ArrayList<>(groups.stream()
                .filter(group -> group.stream().noneMatch(key -> key.kind() == ListKind.ALL)).toList());
        narrowed.add(Set.of(list));
        return new ListFilter(narrowed, noneOf, from, before, excludedArticles, excludedCollections);
    }

    /** Returns the filter for the articles that the excluded lists remove from the groups. */
    ListFilter removed() {
        return new ListFilter(groups, Set.of(), from, before, excludedArticles, excludedCollections).and(noneOf);
    }

    /**
     * Returns the smallest known list that contains all articles of both the filter and an excluded list. If there is no
     * smaller one, it is the excluded list.
     */
    ListKey overlapWith(ListKey excluded) {
        return groups.stream().filter(group -> group.size() == 1).map(group -> group.iterator().next())
                .filter(key -> excluded.equals(ListKey.of(key.site(), ListKind.OTHER_VERSION, "")))
                .flatMap(key -> key.leftOut().stream()).findFirst().orElse(excluded);
    }

    /** Returns the list of the articles that the excluded lists remove from a list of the filter, if there is such a list. */
    Optional<ListKey> leftOutOf(ListKey list) {
        return list.leftOut()
                .filter(left -> noneOf.size() == 1 && noneOf.stream().map(this::overlapWith).allMatch(left::equals));
    }

    /** Returns the same filter, restricted to articles that are also in one of these lists. */
    public ListFilter and(Set<ListKey> lists) {
        var extended = new ArrayList<>(groups);
        extended.add(lists);
        return new ListFilter(extended, noneOf, from, before, excludedArticles, excludedCollections);
    }

    /** Returns whether the groups have a list of this kind. */
    public boolean names(ListKind kind) {
        return groups.stream().flatMap(Set::stream).anyMatch(list -> list.kind() == kind);
    }

    /** Returns whether an article that is in these lists matches. The caller must check the excluded collections. */
    public boolean matches(UUID article, Instant publishedAt, Set<ListKey> lists) {
        return groups.stream().noneMatch(group -> Collections.disjoint(group, lists)) && Collections.disjoint(noneOf, lists)
                && (from == null || !publishedAt.isBefore(from)) && (before == null || publishedAt.isBefore(before))
                && !excludedArticles.contains(article);
    }

    /** Returns the same filter without the articles of one more list. */
    public ListFilter without(ListKey list) {
        var lists = new HashSet<>(noneOf);
        lists.add(list);
        return new ListFilter(groups, lists, from, before, excludedArticles, excludedCollections);
    }

    /** Returns the same filter for a range of publication within its own. */
    public ListFilter within(Instant start, Instant end) {
        return new ListFilter(groups, noneOf, from != null && from.isAfter(start) ? from : start,
                before != null && before.isBefore(end) ? before : end, excludedArticles, excludedCollections);
    }

    /** Returns the same filter with each list of the groups replaced by other lists. */
    public ListFilter expandLists(Function<ListKey, Set<ListKey>> lists) {
        return new ListFilter(
                groups.stream().map(group -> group.stream().flatMap(key -> lists.apply(key).stream()).collect(toSet()))
                        .toList(),
                noneOf, from, before, excludedArticles, excludedCollections);
    }

    /**
     * Returns a text that is the same for equal filters, on every node and after every restart. Cursors are bound to it. The
     * text does not name months, because they follow from the range, and their number grows with time. Nor does it name the
     * lists of left out versions, because older cursors do not have them.
     */
    public String canonical() {
        var groupTexts = groups.stream().filter(group -> group.stream().noneMatch(key -> key.kind() == ListKind.MONTH))
                .map(ListFilter::sorted).sorted().collect(joining("&"));
        var without = noneOf.stream().filter(key -> key.kind() != ListKind.OTHER_VERSION).collect(toSet());
        var text = groupTexts + "!" + sorted(without) + ";" + from + ";" + before + ";" + sorted(excludedArticles)
                + (without.size() == noneOf.size() ? "~all" : "");
        return excludedCollections.isEmpty() ? text : text + "^" + sorted(excludedCollections);
    }

    private static String sorted(Set<?> members) {
        return members.stream().map(Object::toString).sorted().collect(joining("|"));
    }

    /** Returns whether it is one list, perhaps without the articles of other lists. */
    boolean isSingleList() {
        return groups.size() == 1 && groups.get(0).size() == 1 && from == null && before == null
                && excludedArticles.isEmpty() && excludedCollections.isEmpty();
    }
}
