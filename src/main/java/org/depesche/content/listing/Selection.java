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
public record Selection(List<Set<ListKey>> groups, Set<ListKey> none, @Nullable Instant from, @Nullable Instant before,
        Set<UUID> except, Set<UUID> outside) {

    public Selection {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("A selection is made from at least one list");
        }
        groups = groups.stream().map(Set::copyOf).toList();
        none = Set.copyOf(none);
        except = Set.copyOf(except);
        outside = Set.copyOf(outside);
    }

    public static Selection of(ListKey list) {
        return new Selection(List.of(Set.of(list)), Set.of(), null, null, Set.of(), Set.of());
    }

    public Selection without(Set<ListKey> lists, Set<UUID> articles) {
        return new Selection(groups, lists, from, before, articles, outside);
    }

    /** Those that also stand in one of these lists. */
    public Selection within(Set<ListKey> lists) {
        var more = new ArrayList<>(groups);
        more.add(lists);
        return new Selection(more, none, from, before, except, outside);
    }

    /** With other lists in the place of each. */
    public Selection widened(Function<ListKey, Set<ListKey>> lists) {
        return new Selection(
                groups.stream().map(group -> group.stream().flatMap(key -> lists.apply(key).stream()).collect(toSet()))
                        .toList(),
                none, from, before, except, outside);
    }

    /**
     * The same text for the same filter, on every node and after every restart: what a cursor is bound to. Months are left
     * out; they follow from the range and grow with time.
     */
    public String canonical() {
        var groupTexts = groups.stream().filter(group -> group.stream().noneMatch(key -> key.kind() == ListKind.MONTH))
                .map(Selection::sorted).sorted().collect(joining("&"));
        var text = groupTexts + "!" + sorted(none) + ";" + from + ";" + before + ";" + sorted(except);
        return outside.isEmpty() ? text : text + "^" + sorted(outside);
    }

    private static String sorted(Set<?> members) {
        return members.stream().map(Object::toString).sorted().collect(joining("|"));
    }

    boolean isPlainList() {
        return groups.size() == 1 && groups.get(0).size() == 1 && none.isEmpty() && from == null && before == null
                && except.isEmpty() && outside.isEmpty();
    }
}
