package org.depesche.content.listing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Finds the ids and the sizes of lists. */
@Singleton
public class ListRegistry {

    /** The number of list ids that a node caches. An id with its key takes some hundred bytes. */
    private static final int CACHE_SIZE = 100_000;

    private final Jdbi jdbi;

    // A list's id never changes, and lists are never deleted, so that a committed id stays valid.
    private final Cache<ListKey, Integer> listIds = Caffeine.newBuilder().maximumSize(CACHE_SIZE).build();

    ListRegistry(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Returns the number of public articles in each of these lists, with all versions. A list without articles is absent. */
    public Map<UUID, Long> sizes(UUID site, ListKind kind, Collection<UUID> values) {
        if (values.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle
                .createQuery("select value, size from published_list"
                        + " where site_id = :site and kind = :kind and value in (<values>) and size > 0")
                .bind("site", site).bind("kind", kind.letter())
                .bindList("values", values.stream().map(Uuid7::bytes).toList())
                .reduceRows(new HashMap<>(), (sizes, row) -> {
                    sizes.put(Uuid7.of(row.getColumn("value", byte[].class)), row.getColumn("size", Long.class));
                    return sizes;
                }));
    }

    /**
     * Returns the number of articles that each of these lists shows, with one version of each story. A list without articles
     * is absent, and a list that leaves all of them out has 0.
     */
    public Map<UUID, Long> shownSizes(UUID site, ListKind kind, Collection<UUID> values) {
        var sizes = new HashMap<>(sizes(site, kind, values));
        sizes(site, kind.leftOut().orElseThrow(), sizes.keySet())
                .forEach((value, count) -> sizes.computeIfPresent(value, (key, size) -> size - count));
        return sizes;
    }

    /** Returns the sizes of all lists of a kind whose values are texts, such as months. */
    public Map<String, Long> sizes(UUID site, ListKind kind) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select value, size from published_list where site_id = :site and kind = :kind and size > 0")
                .bind("site", site).bind("kind", kind.letter())
                .reduceRows(new HashMap<>(), (sizes, row) -> {
                    var key = ListKey.of(site, kind, row.getColumn("value", byte[].class));
                    sizes.put(key.value(), row.getColumn("size", Long.class));
                    return sizes;
                }));
    }

    /** Returns whether a list has, or once had, a public article. */
    public boolean hadArticles(ListKey list) {
        return !existingLists(List.of(list)).isEmpty();
    }

    /** Returns the lists that have, or once had, a public article. */
    public Set<ListKey> existingLists(Collection<ListKey> keys) {
        return listIds(keys).keySet();
    }

    /** Returns the ids of lists. A list that never had an article is absent. */
    Map<ListKey, Integer> listIds(Collection<ListKey> keys) {
        var ids = new HashMap<>(listIds.getAllPresent(keys));
        var missing = new HashSet<>(keys);
        missing.removeAll(ids.keySet());
        if (!missing.isEmpty()) {
            var found = read(missing);
            listIds.putAll(found);
            ids.putAll(found);
        }
        return ids;
    }

    /** One statement for each kind and site among the keys. Their number is bounded. */
    private Map<ListKey, Integer> read(Collection<ListKey> keys) {
        var found = new HashMap<ListKey, Integer>();
        keys.stream().collect(groupingBy(key -> List.of(key.site(), key.kind()))).values()
                .forEach(sameKind -> found.putAll(readSameKind(sameKind)));
        return found;
    }

    private Map<ListKey, Integer> readSameKind(List<ListKey> sameKind) {
        var example = sameKind.get(0);
        return jdbi.withHandle(handle -> handle
                .createQuery("select id, value from published_list"
                        + " where site_id = :site and kind = :kind and value in (<values>)")
                .bind("site", example.site()).bind("kind", example.kind().letter())
                .bindList("values", sameKind.stream().map(ListKey::bytes).toList())
                .reduceRows(new HashMap<>(), (listIds, row) -> {
                    listIds.put(ListKey.of(example.site(), example.kind(), row.getColumn("value", byte[].class)),
                            row.getColumn("id", Integer.class));
                    return listIds;
                }));
    }

    /** Returns the sizes of lists by id. They are used to find the rarest of several filters. */
    Map<Integer, Long> sizes(Collection<Integer> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle
                .createQuery("select id, size from published_list where id in (<ids>)").bindList("ids", List.copyOf(ids))
                .map((row, context) -> Map.entry(row.getInt("id"), row.getLong("size")))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
