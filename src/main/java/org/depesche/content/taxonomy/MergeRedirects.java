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
 * The signposts that merged categories, tags and authors leave behind. Whatever is stored keeps their ids; whoever reads it
 * asks here what they stand for now, so a merge rewrites no article.
 */
@ApplicationScoped
public class MergeRedirects {

    private final Jdbi jdbi;
    private final TaxonomyVersion vocabulary;
    private final TransactionSynchronizationRegistry transactions;
    private final VersionedCache<Redirects> memory = new VersionedCache<>();

    MergeRedirects(Jdbi jdbi, TaxonomyVersion vocabulary, TransactionSynchronizationRegistry transactions) {
        this.jdbi = jdbi;
        this.vocabulary = vocabulary;
        this.transactions = transactions;
    }

    /** What stands for each that was merged. */
    public Map<UUID, UUID> targets() {
        return redirects().targets;
    }

    /** Whether nothing was ever merged. */
    public boolean isEmpty() {
        return redirects().targets.isEmpty();
    }

    /** The id that stands for this one. */
    public UUID resolve(UUID id) {
        return redirects().targets.getOrDefault(id, id);
    }

    /** In their order, each once. */
    public List<UUID> resolve(Collection<UUID> ids) {
        var targets = redirects().targets;
        return ids.stream().map(id -> targets.getOrDefault(id, id)).distinct().toList();
    }

    /** The id, and those it stands for. */
    public Set<UUID> withMerged(UUID id) {
        var all = new LinkedHashSet<UUID>();
        all.add(id);
        redirects().targets.forEach((merged, target) -> {
            if (target.equals(id)) {
                all.add(merged);
            }
        });
        return all;
    }

    /** Merges whose articles have not all reached the lists of the target. */
    public List<Merge> unfinished() {
        return redirects().running;
    }

    // Once a transaction even where it touched the vocabulary: contents are read by the hundred.
    private Redirects redirects() {
        if (transactions.getResource(MergeRedirects.class) instanceof Redirects known) {
            return known;
        }
        var read = vocabulary.cached(memory, this::read);
        transactions.putResource(MergeRedirects.class, read);
        return read;
    }

    private Redirects read() {
        var targets = new HashMap<UUID, UUID>();
        jdbi.useHandle(handle -> handle.createQuery("select id, target_id from merged_name")
                .map((row, context) -> targets.put(Uuid7.of(row.getBytes(1)), Uuid7.of(row.getBytes(2)))).forEach(row -> {
                }));
        var running = targets.isEmpty() ? List.<Merge> of()
                : jdbi.withHandle(handle -> handle.createQuery(
                        "select id, kind, target_id, left_lists from merged_name where not is_settled order by merged_at, id")
                        .map((row, context) -> merge(row)).list());
        return new Redirects(Map.copyOf(targets), running);
    }

    private static Merge merge(ResultSet row) throws SQLException {
        return new Merge(Uuid7.of(row.getBytes(1)), row.getString(2), Uuid7.of(row.getBytes(3)),
                Arrays.stream(row.getString(4).split(" ")).map(UUID::fromString).toList());
    }

    /** What led to the merged one leads to its target from now on. */
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
        transactions.putResource(MergeRedirects.class, read());
    }

    /** All its articles stand in the lists of the target. */
    public void markFinished(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("update merged_name set is_settled = true where id = ?").bind(0, id)
                .execute());
        transactions.putResource(MergeRedirects.class, read());
    }

    /** A deleted name stands for nothing. */
    void deleteRedirectsTo(UUID target) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from merged_name where target_id = ?").bind(0, target).execute());
    }

    private record Redirects(Map<UUID, UUID> targets, List<Merge> running) {
    }

    /**
     * One category, tag or author that was merged into another.
     *
     * @param kind the letter of its lists
     * @param left the ids whose lists its articles leave, its own first
     */
    public record Merge(UUID id, String kind, UUID target, List<UUID> leftLists) {

        public Merge {
            leftLists = List.copyOf(leftLists);
        }
    }
}
