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
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcBatch;
import org.depesche.platform.database.Timestamps;
import org.depesche.platform.database.Transactions;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Adds articles to lists, removes them, and maintains the sizes of the lists, in the caller's transaction. */
@ApplicationScoped
public class ListWriter {

    private static final Comparator<NumberedEntry> KEY_ORDER = Comparator.comparingInt(NumberedEntry::list)
            .thenComparing(numbered -> numbered.entry.publishedAt()).thenComparing(numbered -> numbered.entry.article());

    private final Jdbi jdbi;
    private final Transactions transactions;
    private final ListRegistry registry;

    ListWriter(Jdbi jdbi, ListRegistry listings, Transactions transactions) {
        this.jdbi = jdbi;
        this.transactions = transactions;
        this.registry = listings;
    }

    /**
     * Replaces entries. Entries in both collections stay untouched. An entry whose {@code updatedAt} alone differs
     * moves within its list.
     */
    public void replace(Collection<ListEntry> before, Collection<ListEntry> after) {
        var removed = difference(before, after);
        var added = difference(after, before);
        if (removed.isEmpty() && added.isEmpty()) {
            return;
        }
        var listIds = findOrCreateLists(removed, added);
        var sizes = new TreeMap<Integer, Integer>();
        removed.forEach(entry -> sizes.merge(listIds.get(entry.list()), -1, Integer::sum));
        added.forEach(entry -> sizes.merge(listIds.get(entry.list()), 1, Integer::sum));
        jdbi.useHandle(handle -> {
            delete(handle, sorted(removed, listIds));
            insert(handle, sorted(added, listIds));
            updateSizes(handle, sizes);
        });
    }

    /** A common import only adds new articles, so that there is nothing to compare. */
    private static Collection<ListEntry> difference(Collection<ListEntry> entries, Collection<ListEntry> others) {
        if (entries.isEmpty() || others.isEmpty()) {
            return entries;
        }
        var remaining = new LinkedHashSet<>(entries);
        others.forEach(remaining::remove);
        return remaining;
    }

    /**
     * Removes and adds entries, whether or not they exist. The existing rows are locked first.
     *
     * @return the articles that left or entered a list
     */
    public Set<UUID> reconcile(Collection<ListEntry> removals, Collection<ListEntry> additions) {
        var allEntries = new HashSet<>(removals);
        allEntries.addAll(additions);
        var existing = lockExisting(allEntries).stream().map(EntryKey::of).collect(toSet());
        var remainingKeys = additions.stream().map(EntryKey::of).collect(toSet());
        var removed = removals.stream()
                .filter(entry -> existing.contains(EntryKey.of(entry)) && !remainingKeys.contains(EntryKey.of(entry)))
                .toList();
        var added = additions.stream().filter(entry -> !existing.contains(EntryKey.of(entry))).toList();
        replace(removed, added);
        return Stream.concat(removed.stream(), added.stream()).map(ListEntry::article).collect(toSet());
    }

    /**
     * Returns the entries in lists of left out versions that belong to these entries, if the lists of their site leave their
     * articles out at present. The entries of left out versions stay locked until the end of the transaction.
     */
    public List<ListEntry> lockLeftOut(Collection<ListEntry> entries) {
        var existing = lockExisting(entries.stream().map(ListWriter::inOtherVersions).collect(toSet()));
        return entries.stream().filter(entry -> existing.contains(inOtherVersions(entry)))
                .flatMap(entry -> entry.leftOut().stream()).toList();
    }

    private static ListEntry inOtherVersions(ListEntry entry) {
        return new ListEntry(ListKey.of(entry.list().site(), ListKind.OTHER_VERSION, ""), entry.publishedAt(), entry.article(),
                entry.publishedAt());
    }

    /** Returns those of the entries that exist. They stay locked until the end of the transaction. */
    private Set<ListEntry> lockExisting(Collection<ListEntry> entries) {
        var listIds = registry.listIds(entries.stream().map(ListEntry::list).collect(toSet()));
        var existing = new HashSet<EntryKey>();
        entries.stream().filter(entry -> listIds.containsKey(entry.list())).collect(groupingBy(ListEntry::list))
                .forEach((list, same) -> existing.addAll(lockEntries(list, listIds.get(list), same)));
        return entries.stream().filter(entry -> existing.contains(EntryKey.of(entry))).collect(toSet());
    }

    private List<EntryKey> lockEntries(ListKey list, int listId, List<ListEntry> entries) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select published_at, article_id from published_entry force index (primary)
                where list_id = :list and published_at in (<times>) and article_id in (<articles>) for update""")
                .bind("list", listId).bindList("times", entries.stream().map(ListEntry::publishedAt).distinct().toList())
                .bindList("articles", entries.stream().map(ListEntry::article).distinct().toList())
                .map((row, context) -> new EntryKey(list, Timestamps.at(row, "published_at"), Uuid7.of(row.getBytes(2))))
                .list());
    }

    /** Returns the newest entries of a list as they are now. They stay locked until the end of the transaction. */
    public List<ListHit> lockEntries(ListKey list, int limit) {
        var listId = registry.listIds(Set.of(list)).get(list);
        return listId == null ? List.of()
                : jdbi.withHandle(handle -> handle.createQuery("""
                        select article_id, published_at, updated_at from published_entry force index (primary)
                        where list_id = ? order by published_at desc, article_id desc limit ? for update""")
                        .bind(0, listId).bind(1, limit).map((row, context) -> new ListHit(Uuid7.of(row.getBytes(1)),
                                Timestamps.at(row, "published_at"), Timestamps.at(row, "updated_at")))
                        .list());
    }

    private Map<ListKey, Integer> findOrCreateLists(Collection<ListEntry> removed, Collection<ListEntry> added) {
        var keys = new HashSet<ListKey>();
        removed.forEach(entry -> keys.add(entry.list()));
        added.forEach(entry -> keys.add(entry.list()));
        var listIds = registry.listIds(keys);
        keys.removeAll(listIds.keySet());
        if (keys.isEmpty()) {
            return listIds;
        }
        // In a separate transaction, so that the id of a new list can be cached immediately. Two publications that need
        // the same new list do not wait for each other. A list that stays empty does no harm.
        var allListIds = new HashMap<>(listIds);
        allListIds.putAll(transactions.callInNew(() -> {
            createLists(keys);
            return registry.listIds(keys);
        }));
        return allListIds;
    }

    private void createLists(Set<ListKey> keys) {
        jdbi.useHandle(handle -> {
            var inOrder = keys.stream().flatMap(ListWriter::withOtherVersions).distinct()
                    .sorted(comparing(ListKey::kind).thenComparing(ListKey::value)).toList();
            JdbcBatch.write(handle, "insert ignore into published_list (site_id, kind, value) values (?, ?, ?)", inOrder,
                    (row, key) -> row.id(key.site()).text(key.kind().letter()).bytes(key.bytes()));
        });
    }

    /**
     * Adds the list of other versions to that of its language. Even if it is empty, it exists so that its id can be cached:
     * the absence of a list would be queried each time.
     */
    private static Stream<ListKey> withOtherVersions(ListKey key) {
        return switch (key.kind()) {
            case ALL, LANGUAGE -> Stream.of(key, ListKey.of(key.site(), ListKind.OTHER_VERSION, key.value()));
            default -> Stream.of(key);
        };
    }

    private static void delete(Handle handle, List<NumberedEntry> entries) {
        JdbcBatch.write(handle, "delete from published_entry where list_id = ? and published_at = ? and article_id = ?",
                entries,
                (row, entry) -> row.number(entry.list).timestamp(entry.entry.publishedAt()).id(entry.entry.article()));
    }

    private static void insert(Handle handle, List<NumberedEntry> entries) {
        JdbcBatch.write(handle,
                "insert into published_entry (list_id, published_at, article_id, updated_at) values (?, ?, ?, ?)",
                entries, (row, entry) -> row.number(entry.list).timestamp(entry.entry.publishedAt()).id(entry.entry.article())
                        .timestamp(entry.entry.updatedAt()));
    }

    // in key order, so that neighboring rows are on the same page and two batches lock rows in the same order
    private static List<NumberedEntry> sorted(Collection<ListEntry> entries, Map<ListKey, Integer> listIds) {
        return entries.stream().map(entry -> new NumberedEntry(listIds.get(entry.list()), entry)).sorted(KEY_ORDER).toList();
    }

    // last, and in the order of the ids, because every publication updates these rows
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
