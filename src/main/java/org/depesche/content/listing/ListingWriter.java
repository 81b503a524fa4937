package org.depesche.content.listing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Puts articles into lists and takes them out, and keeps the sizes true, in the caller's transaction. */
@ApplicationScoped
public class ListingWriter {

    private final Jdbi jdbi;
    private final Listings listings;

    ListingWriter(Jdbi jdbi, Listings listings) {
        this.jdbi = jdbi;
        this.listings = listings;
    }

    /**
     * Turns what stood into what shall stand. Entries in both are left alone; those that differ in nothing but {@code
     * updatedAt} are moved within their list.
     */
    public void replace(Collection<ListEntry> before, Collection<ListEntry> after) {
        var removed = new HashSet<>(before);
        removed.removeAll(Set.copyOf(after));
        var added = new HashSet<>(after);
        added.removeAll(Set.copyOf(before));
        if (removed.isEmpty() && added.isEmpty()) {
            return;
        }
        var numbers = numbers(removed, added);
        var sizes = new TreeMap<Integer, Integer>();
        removed.forEach(entry -> sizes.merge(numbers.get(entry.list()), -1, Integer::sum));
        added.forEach(entry -> sizes.merge(numbers.get(entry.list()), 1, Integer::sum));
        jdbi.useHandle(handle -> {
            delete(handle, removed, numbers);
            insert(handle, added, numbers);
            resize(handle, sizes);
        });
    }

    private Map<ListKey, Integer> numbers(Set<ListEntry> removed, Set<ListEntry> added) {
        var keys = new HashSet<ListKey>();
        removed.forEach(entry -> keys.add(entry.list()));
        added.forEach(entry -> keys.add(entry.list()));
        var numbers = listings.numbers(keys);
        keys.removeAll(numbers.keySet());
        if (keys.isEmpty()) {
            return numbers;
        }
        // In a transaction of its own: a new list's number may be remembered at once, and two publications that need the
        // same new list do not wait for each other's end. A list that stays empty harms nobody.
        var all = new HashMap<>(numbers);
        all.putAll(QuarkusTransaction.requiringNew().call(() -> {
            open(keys);
            return listings.numbers(keys);
        }));
        return all;
    }

    private void open(Set<ListKey> keys) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("insert ignore into published_list (site_id, kind, value) values (?, ?, ?)");
            keys.stream().sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .forEach(key -> batch.add(key.site(), key.kind().letter(), key.bytes()));
            batch.execute();
        });
    }

    private static void delete(Handle handle, Set<ListEntry> entries, Map<ListKey, Integer> numbers) {
        if (entries.isEmpty()) {
            return;
        }
        var batch = handle
                .prepareBatch("delete from published_entry where list_id = ? and published_at = ? and article_id = ?");
        entries.forEach(entry -> batch.add(numbers.get(entry.list()), entry.publishedAt(), entry.article()));
        batch.execute();
    }

    private static void insert(Handle handle, Set<ListEntry> entries, Map<ListKey, Integer> numbers) {
        if (entries.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch(
                "insert into published_entry (list_id, published_at, article_id, updated_at) values (?, ?, ?, ?)");
        sorted(entries, numbers).forEach(
                entry -> batch.add(numbers.get(entry.list()), entry.publishedAt(), entry.article(), entry.updatedAt()));
        batch.execute();
    }

    // in key order: neighbouring rows land on the same page, and two batches meet in the same order
    private static List<ListEntry> sorted(Set<ListEntry> entries, Map<ListKey, Integer> numbers) {
        return entries.stream().sorted((one, other) -> {
            var byList = numbers.get(one.list()).compareTo(numbers.get(other.list()));
            var byTime = byList != 0 ? byList : one.publishedAt().compareTo(other.publishedAt());
            return byTime != 0 ? byTime : one.article().compareTo(other.article());
        }).toList();
    }

    // last, and in the order of numbers: these rows are what every publication touches
    private static void resize(Handle handle, TreeMap<Integer, Integer> sizes) {
        sizes.values().removeIf(delta -> delta == 0);
        if (sizes.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("update published_list set size = size + ? where id = ?");
        sizes.forEach((number, delta) -> batch.add(delta, number));
        batch.execute();
    }
}
