package org.depesche.content.listing;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcBatch;
import org.depesche.platform.database.Timestamps;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Puts articles into lists and takes them out, and keeps the sizes true, in the caller's transaction. */
@ApplicationScoped
public class ListWriter {

    private static final Comparator<NumberedEntry> KEY_ORDER = Comparator.comparingInt(NumberedEntry::list)
            .thenComparing(place -> place.entry.publishedAt()).thenComparing(place -> place.entry.article());

    private final Jdbi jdbi;
    private final ListRegistry registry;

    ListWriter(Jdbi jdbi, ListRegistry listings) {
        this.jdbi = jdbi;
        this.registry = listings;
    }

    /**
     * Turns what stood into what shall stand. Entries in both are left alone; those that differ in nothing but {@code
     * updatedAt} are moved within their list.
     */
    public void replace(Collection<ListEntry> before, Collection<ListEntry> after) {
        var removed = difference(before, after);
        var added = difference(after, before);
        if (removed.isEmpty() && added.isEmpty()) {
            return;
        }
        var numbers = findOrCreateLists(removed, added);
        var sizes = new TreeMap<Integer, Integer>();
        removed.forEach(entry -> sizes.merge(numbers.get(entry.list()), -1, Integer::sum));
        added.forEach(entry -> sizes.merge(numbers.get(entry.list()), 1, Integer::sum));
        jdbi.useHandle(handle -> {
            delete(handle, sorted(removed, numbers));
            insert(handle, sorted(added, numbers));
            updateSizes(handle, sizes);
        });
    }

    /** The usual import brings new articles only, and then there is nothing to compare. */
    private static Collection<ListEntry> difference(Collection<ListEntry> entries, Collection<ListEntry> others) {
        if (entries.isEmpty() || others.isEmpty()) {
            return entries;
        }
        var rest = new LinkedHashSet<>(entries);
        others.forEach(rest::remove);
        return rest;
    }

    /**
     * Takes articles out of lists and puts them into others, whether or not they stand there already: the rows there are
     * looked at first and held.
     */
    public void reconcile(Collection<ListEntry> leave, Collection<ListEntry> stand) {
        var all = new HashSet<>(leave);
        all.addAll(stand);
        var numbers = registry.listIds(all.stream().map(ListEntry::list).collect(toSet()));
        var present = new HashSet<EntryKey>();
        all.stream().filter(entry -> numbers.containsKey(entry.list())).collect(groupingBy(ListEntry::list))
                .forEach((list, entries) -> present.addAll(lockEntries(list, numbers.get(list), entries)));
        var staying = stand.stream().map(EntryKey::of).collect(toSet());
        replace(leave.stream().filter(entry -> present.contains(EntryKey.of(entry)) && !staying.contains(EntryKey.of(entry)))
                .toList(),
                stand.stream().filter(entry -> !present.contains(EntryKey.of(entry))).toList());
    }

    private List<EntryKey> lockEntries(ListKey list, int number, List<ListEntry> entries) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select published_at, article_id from published_entry force index (primary)
                where list_id = :list and published_at in (<times>) and article_id in (<articles>) for update""")
                .bind("list", number).bindList("times", entries.stream().map(ListEntry::publishedAt).distinct().toList())
                .bindList("articles", entries.stream().map(ListEntry::article).distinct().toList())
                .map((row, context) -> new EntryKey(list, Timestamps.at(row, "published_at"), Uuid7.of(row.getBytes(2))))
                .list());
    }

    /** The newest of a list as they are now; nobody takes them out before this transaction ends. */
    public List<ListHit> lockEntries(ListKey list, int limit) {
        var number = registry.listIds(Set.of(list)).get(list);
        return number == null ? List.of()
                : jdbi.withHandle(handle -> handle.createQuery("""
                        select article_id, published_at, updated_at from published_entry force index (primary)
                        where list_id = ? order by published_at desc, article_id desc limit ? for update""")
                        .bind(0, number).bind(1, limit).map((row, context) -> new ListHit(Uuid7.of(row.getBytes(1)),
                                Timestamps.at(row, "published_at"), Timestamps.at(row, "updated_at")))
                        .list());
    }

    private Map<ListKey, Integer> findOrCreateLists(Collection<ListEntry> removed, Collection<ListEntry> added) {
        var keys = new HashSet<ListKey>();
        removed.forEach(entry -> keys.add(entry.list()));
        added.forEach(entry -> keys.add(entry.list()));
        var numbers = registry.listIds(keys);
        keys.removeAll(numbers.keySet());
        if (keys.isEmpty()) {
            return numbers;
        }
        // In a transaction of its own: a new list's number may be remembered at once, and two publications that need the
        // same new list do not wait for each other's end. A list that stays empty harms nobody.
        var all = new HashMap<>(numbers);
        all.putAll(QuarkusTransaction.requiringNew().call(() -> {
            createLists(keys);
            return registry.listIds(keys);
        }));
        return all;
    }

    private void createLists(Set<ListKey> keys) {
        jdbi.useHandle(handle -> {
            var inOrder = keys.stream().sorted(comparing(ListKey::kind).thenComparing(ListKey::value)).toList();
            JdbcBatch.write(handle, "insert ignore into published_list (site_id, kind, value) values (?, ?, ?)", inOrder,
                    (row, key) -> row.id(key.site()).text(key.kind().letter()).bytes(key.bytes()));
        });
    }

    private static void delete(Handle handle, List<NumberedEntry> places) {
        JdbcBatch.write(handle, "delete from published_entry where list_id = ? and published_at = ? and article_id = ?", places,
                (row, place) -> row.number(place.list).timestamp(place.entry.publishedAt()).id(place.entry.article()));
    }

    private static void insert(Handle handle, List<NumberedEntry> places) {
        JdbcBatch.write(handle,
                "insert into published_entry (list_id, published_at, article_id, updated_at) values (?, ?, ?, ?)",
                places, (row, place) -> row.number(place.list).timestamp(place.entry.publishedAt()).id(place.entry.article())
                        .timestamp(place.entry.updatedAt()));
    }

    // in key order: neighbouring rows land on the same page, and two batches meet in the same order
    private static List<NumberedEntry> sorted(Collection<ListEntry> entries, Map<ListKey, Integer> numbers) {
        return entries.stream().map(entry -> new NumberedEntry(numbers.get(entry.list()), entry)).sorted(KEY_ORDER).toList();
    }

    // last, and in the order of numbers: these rows are what every publication touches
    private static void updateSizes(Handle handle, TreeMap<Integer, Integer> sizes) {
        sizes.values().removeIf(delta -> delta == 0);
        JdbcBatch.write(handle, "update published_list set size = size + ? where id = ?", sizes.entrySet(),
                (row, size) -> row.number(size.getValue()).number(size.getKey()));
    }

    private record NumberedEntry(int list, ListEntry entry) {
    }

    private record EntryKey(ListKey list, Instant publishedAt, UUID article) {

        static EntryKey of(ListEntry entry) {
            return new EntryKey(entry.list(), entry.publishedAt(), entry.article());
        }
    }
}
