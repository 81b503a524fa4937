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

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Finds lists and tells how long they are. */
@ApplicationScoped
public class ListRegistry {

    /** How many filter values a node remembers the numbers of; one is some hundred bytes. */
    private static final int CACHE_SIZE = 100_000;

    private final Jdbi jdbi;

    // A list's number never changes and lists are never deleted, so what was once seen committed stays true.
    private final Cache<ListKey, Integer> listIds = Caffeine.newBuilder().maximumSize(CACHE_SIZE).build();

    ListRegistry(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many public articles stand in each of these lists; a value without any is absent. */
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

    /** The sizes of all lists of a kind whose values are words, as months. */
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

    /** Those of the lists that some public article stands or once stood in. */
    public Set<ListKey> existingLists(Collection<ListKey> keys) {
        return listIds(keys).keySet();
    }

    /** The numbers of these lists; one that no article ever stood in has none. */
    Map<ListKey, Integer> listIds(Collection<ListKey> keys) {
        var known = new HashMap<>(listIds.getAllPresent(keys));
        var missing = new HashSet<>(keys);
        missing.removeAll(known.keySet());
        if (!missing.isEmpty()) {
            var found = read(missing);
            listIds.putAll(found);
            known.putAll(found);
        }
        return known;
    }

    /** One statement for each kind among the keys: a constant, as kinds are. */
    private Map<ListKey, Integer> read(Collection<ListKey> keys) {
        var found = new HashMap<ListKey, Integer>();
        keys.stream().collect(groupingBy(key -> List.of(key.site(), key.kind()))).values()
                .forEach(alike -> found.putAll(readSameKind(alike)));
        return found;
    }

    private Map<ListKey, Integer> readSameKind(List<ListKey> alike) {
        var first = alike.get(0);
        return jdbi.withHandle(handle -> handle
                .createQuery("select id, value from published_list"
                        + " where site_id = :site and kind = :kind and value in (<values>)")
                .bind("site", first.site()).bind("kind", first.kind().letter())
                .bindList("values", alike.stream().map(ListKey::bytes).toList())
                .reduceRows(new HashMap<>(), (numbers, row) -> {
                    numbers.put(ListKey.of(first.site(), first.kind(), row.getColumn("value", byte[].class)),
                            row.getColumn("id", Integer.class));
                    return numbers;
                }));
    }

    /** The sizes by number, which tell what filter of a combination is the rarest. */
    Map<Integer, Long> sizes(Collection<Integer> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle
                .createQuery("select id, size from published_list where id in (<ids>)").bindList("ids", List.copyOf(numbers))
                .map((row, context) -> Map.entry(row.getInt("id"), row.getLong("size")))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
