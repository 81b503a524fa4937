package org.depesche.content.taxonomy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.content.taxonomy.cache.VersionedCache;
import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The ids of merged categories, tags and authors, each with the id it was merged into. Stored content keeps the merged ids,
 * which are resolved when it is read, so that a merge rewrites no article.
 */
@ApplicationScoped
public class MergedIds {

    private final Jdbi jdbi;
    private final TaxonomyVersion taxonomyVersion;
    private final TransactionSynchronizationRegistry transactions;
    private final VersionedCache<Merges> cache = new VersionedCache<>();

    MergedIds(Jdbi jdbi, TaxonomyVersion taxonomyVersion, TransactionSynchronizationRegistry transactions) {
        this.jdbi = jdbi;
        this.taxonomyVersion = taxonomyVersion;
        this.transactions = transactions;
    }

    /** Returns the target of each merged id. */
    public Map<UUID, UUID> targets() {
        return merges().targets;
    }

    /** Returns whether there was no merge. */
    public boolean isEmpty() {
        return merges().targets.isEmpty();
    }

    /** Returns the target of a merged id, or the id itself. */
    public UUID resolve(UUID id) {
        return merges().targets.getOrDefault(id, id);
    }

    /** Resolves all ids in their order, without duplicates. */
    public List<UUID> resolve(Collection<UUID> ids) {
        var targets = merges().targets;
        return ids.stream().map(id -> targets.getOrDefault(id, id)).distinct().toList();
    }

    /** Returns the id together with all ids merged into it. */
    public Set<UUID> withMerged(UUID id) {
        var ids = new LinkedHashSet<UUID>();
        ids.add(id);
        merges().targets.forEach((merged, target) -> {
            if (target.equals(id)) {
                ids.add(merged);
            }
        });
        return ids;
    }

    /** Returns merges whose articles have not all been added to the target's lists. */
    public List<Merge> unfinished() {
        return merges().unfinished;
    }

    // Read once a transaction even after a change of the taxonomy: contents are read by the hundred.
    private Merges merges() {
        if (transactions.getResource(MergedIds.class) instanceof Merges current) {
            return current;
        }
        var read = taxonomyVersion.cached(cache, this::read);
        transactions.putResource(MergedIds.class, read);
        return read;
    }

    private Merges read() {
        var targets = new HashMap<UUID, UUID>();
        jdbi.useHandle(handle -> handle.createQuery("select id, target_id from merged_name")
                .map((row, context) -> targets.put(Uuid7.of(row.getBytes(1)), Uuid7.of(row.getBytes(2)))).forEach(row -> {
                }));
        var unfinished = targets.isEmpty() ? List.<Merge> of()
                : jdbi.withHandle(handle -> handle.createQuery(
                        "select id, kind, target_id, left_lists from merged_name where not is_settled order by merged_at, id")
                        .map((row, context) -> merge(row)).list());
        return new Merges(Map.copyOf(targets), unfinished);
    }

    private static Merge merge(ResultSet row) throws SQLException {
        return new Merge(Uuid7.of(row.getBytes(1)), row.getString(2), Uuid7.of(row.getBytes(3)),
                Arrays.stream(row.getString(4).split(" ")).map(UUID::fromString).toList());
    }

    /** Adds a merge. Ids that were merged into the merged id resolve to its target from now on. */
    public void add(Merge merge, @Nullable UUID nameHash, Instant at) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("update merged_name set target_id = ? where target_id = ?").bind(0, merge.target())
                    .bind(1, merge.id()).execute();
            handle.createUpdate("""
                    insert into merged_name (id, kind, target_id, name_hash, left_lists, is_settled, merged_at)
                    values (?, ?, ?, ?, ?, false, ?)""").bind(0, merge.id()).bind(1, merge.kind()).bind(2, merge.target())
                    .bindByType(3, nameHash, UUID.class)
                    .bind(4, merge.leftLists().stream().map(UUID::toString).collect(Collectors.joining(" "))).bind(5, at)
                    .execute();
        });
        transactions.putResource(MergedIds.class, read());
    }

    /** Records that all articles of the merge are in the target's lists. */
    public void markFinished(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("update merged_name set is_settled = true where id = ?").bind(0, id)
                .execute());
        transactions.putResource(MergedIds.class, read());
    }

    /** Deletes the merges into a deleted target. */
    void deleteMergesInto(UUID target) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from merged_name where target_id = ?").bind(0, target).execute());
    }

    private record Merges(Map<UUID, UUID> targets, List<Merge> unfinished) {
    }

    /**
     * A category, tag or author that was merged into another.
     *
     * @param kind the letter of its lists
     * @param leftLists the ids whose lists its articles leave, its own id first
     */
    public record Merge(UUID id, String kind, UUID target, List<UUID> leftLists) {

        public Merge {
            leftLists = List.copyOf(leftLists);
        }
    }
}
