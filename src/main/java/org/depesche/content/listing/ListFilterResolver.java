package org.depesche.content.listing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Finds the lists that a filter names, and chooses the group with the fewest entries to drive the statement. */
final class ListFilterResolver {

    private final ListRegistry registry;

    ListFilterResolver(ListRegistry registry) {
        this.registry = registry;
    }

    /** Resolves a filter. The result is empty if a group has only lists that never had an article: then nothing can match. */
    Optional<ResolvedFilter> resolve(ListFilter filter) {
        return resolve(filter, null);
    }

    /** @param knownSizes the sizes of all lists of the groups; null reads them */
    Optional<ResolvedFilter> resolve(ListFilter filter, @Nullable Map<Integer, Long> knownSizes) {
        var keys = new HashSet<ListKey>();
        filter.groups().forEach(keys::addAll);
        var idsByKey = registry.listIds(keys);
        var groups = new ArrayList<Set<Integer>>();
        for (var group : filter.groups()) {
            var listIds = listIdsOf(group, idsByKey);
            if (listIds.isEmpty()) {
                return Optional.empty();
            }
            groups.add(listIds);
        }
        var driver = groups.size() == 1 ? 0 : rarest(groups, knownSizes);
        var drivingGroup = groups.remove(driver);
        return Optional.of(new ResolvedFilter(drivingGroup, groups, exclusions(filter), filter.from(), filter.before(),
                filter.excludedArticles(), filter.excludedCollections()));
    }

    private static List<ResolvedFilter.Exclusion> exclusions(ListFilter filter) {
        return filter.noneOf().stream().map(list -> new ResolvedFilter.Exclusion(list, filter.overlapWith(list))).toList();
    }

    private static Set<Integer> listIdsOf(Collection<ListKey> keys, Map<ListKey, Integer> idsByKey) {
        var listIds = new HashSet<Integer>();
        keys.forEach(key -> Optional.ofNullable(idsByKey.get(key)).ifPresent(listIds::add));
        return listIds;
    }

    private int rarest(List<Set<Integer>> groups, @Nullable Map<Integer, Long> knownSizes) {
        var allIds = new HashSet<Integer>();
        groups.forEach(allIds::addAll);
        var sizes = knownSizes == null ? registry.sizes(allIds) : knownSizes;
        var rarest = 0;
        var smallest = Long.MAX_VALUE;
        for (var i = 0; i < groups.size(); i++) {
            var size = groups.get(i).stream().mapToLong(listId -> sizes.getOrDefault(listId, 0L)).sum();
            if (size < smallest) {
                smallest = size;
                rarest = i;
            }
        }
        return rarest;
    }
}
