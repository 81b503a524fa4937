package org.depesche.content.taxonomy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.depesche.content.taxonomy.TaxonomyRegistrar.NewTaxonomyEntry;
import org.depesche.kernel.Slug;
import org.depesche.kernel.SlugSuggestion;
import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.EmptyHandling;

/** Finds and inserts tags or authors in batches, for {@link TaxonomyRegistrar}. SQL, because imports create thousands. */
final class TaxonomyBatchRepository {

    private static final int BATCH_SIZE = 500;

    private final Jdbi jdbi;
    private final String table;
    private final MergedIds mergedIds;

    TaxonomyBatchRepository(Jdbi jdbi, String table, MergedIds mergedIds) {
        this.jdbi = jdbi;
        this.table = table;
        this.mergedIds = mergedIds;
    }

    /**
     * Finds entries. A slug wins over a former slug, a former slug over a name, and a name over the name of a merged
     * entry.
     */
    Map<String, UUID> find(Map<String, UUID> words) {
        if (words.isEmpty()) {
            return Map.of();
        }
        var slugs = words.keySet().stream().filter(Slug::isSlug).toList();
        var bySlug = new HashMap<String, UUID>();
        var byFormer = new HashMap<String, UUID>();
        var byHash = new HashMap<UUID, UUID>();
        var byMerged = new HashMap<UUID, UUID>();
        jdbi.useHandle(handle -> handle.createQuery("""
                select 's', slug, null, id from %1$s where slug in (<slugs>)
                union all select 'f', f.slug, null, t.id from %1$s_former_slug f join %1$s t on t.id = f.%1$s_id
                  where f.slug in (<slugs>)
                union all select 'n', '', name_hash, id from %1$s where name_hash in (<hashes>)
                union all select 'm', '', m.name_hash, m.target_id from merged_name m join %1$s t on t.id = m.target_id
                  where m.kind in ('t', 'w') and m.name_hash in (<hashes>)""".formatted(table))
                .bindList(EmptyHandling.NULL_KEYWORD, "slugs", slugs).bindList("hashes", bytes(words.values()))
                .map((row, context) -> switch (row.getString(1)) {
                    case "s" -> bySlug.put(row.getString(2), Uuid7.of(row.getBytes(4)));
                    case "f" -> byFormer.put(row.getString(2), Uuid7.of(row.getBytes(4)));
                    case "m" -> byMerged.put(Uuid7.of(row.getBytes(3)), Uuid7.of(row.getBytes(4)));
                    default -> byHash.put(Uuid7.of(row.getBytes(3)), Uuid7.of(row.getBytes(4)));
                }).forEach(row -> {
                }));
        var found = new HashMap<String, UUID>();
        words.forEach((word, hash) -> {
            var id = bySlug.getOrDefault(word, byFormer.getOrDefault(word, byHash.getOrDefault(hash, byMerged.get(hash))));
            if (id != null) {
                found.put(word, id);
            }
        });
        return found;
    }

    /** Returns ids by id, slug or former slug. An id is not checked for existence. */
    public Map<String, UUID> byRefs(Collection<String> references) {
        var ids = new HashMap<String, UUID>();
        references.forEach(reference -> Uuid7.parse(reference).ifPresent(id -> ids.put(reference, mergedIds.resolve(id))));
        var slugs = references.stream().filter(Slug::isSlug).distinct().toList();
        if (!slugs.isEmpty()) {
            jdbi.useHandle(handle -> handle.createQuery("""
                    select slug, %1$s_id as id from %1$s_former_slug where slug in (<slugs>)
                    union all select slug, id from %1$s where slug in (<slugs>)""".formatted(table))
                    .bindList("slugs", slugs)
                    .map((row, context) -> Map.entry(row.getString(1), Uuid7.of(row.getBytes(2))))
                    .forEach(row -> ids.put(row.getKey(), row.getValue())));
        }
        return ids;
    }

    /** Returns the id of the deleted entry that had this slug or a former one, unless another entry has it now. */
    Optional<UUID> deletedId(String slug) {
        return Slug.isSlug(slug) ? jdbi.withHandle(handle -> handle.createQuery("""
                select f.%1$s_id from %1$s_former_slug f where f.slug = ?
                and not exists (select 1 from %1$s t where t.id = f.%1$s_id)
                and not exists (select 1 from %1$s t where t.slug = f.slug)""".formatted(table)).bind(0, slug)
                .mapTo(UUID.class).findOne()) : Optional.empty();
    }

    /** Returns the id of the entry that an unknown reference means: by the slug of its words, or by name. */
    Optional<UUID> meant(String ref) {
        var slug = SlugSuggestion.spelledAsSlug(ref).orElse(ref);
        var hash = Fingerprint.ofName(ref);
        var found = find(Map.of(slug, hash));
        return Optional.ofNullable(found.get(slug));
    }

    /** Returns those of the slugs that an entry has or had. The slug of a deleted entry is available. */
    Set<String> takenSlugs(Collection<String> slugs) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery("""
                select slug from %1$s where slug in (<slugs>)
                union select f.slug from %1$s_former_slug f join %1$s t on t.id = f.%1$s_id
                  where f.slug in (<slugs>)""".formatted(table))
                .bindList("slugs", List.copyOf(slugs)).mapTo(String.class).list()));
    }

    /** Inserts entries. Rows with an existing slug or name are ignored. */
    void insert(List<NewTaxonomyEntry> entries, Instant now) {
        for (var from = 0; from < entries.size(); from += BATCH_SIZE) {
            insertChunk(entries.subList(from, Math.min(entries.size(), from + BATCH_SIZE)),
                    LocalDateTime.ofInstant(now, ZoneOffset.UTC));
        }
    }

    private void insertChunk(List<NewTaxonomyEntry> entries, LocalDateTime now) {
        var rows = entries.stream().map(entry -> "(?, ?, ?, ?, 0, ?, ?)").collect(Collectors.joining(", "));
        jdbi.useHandle(handle -> {
            var insert = handle
                    .createUpdate("insert into " + table + " (id, slug, name, name_hash, version, created_at, updated_at)"
                            + " values " + rows + " on duplicate key update id = id");
            var index = 0;
            for (var entry : entries) {
                insert.bind(index++, Uuid7.bytes(entry.id())).bind(index++, entry.slug()).bind(index++, entry.name())
                        .bind(index++, Uuid7.bytes(entry.hash())).bind(index++, now).bind(index++, now);
            }
            insert.execute();
        });
    }

    /** Reads with a lock, which also sees rows that other transactions committed after this transaction's snapshot. */
    Map<UUID, UUID> byHashForShare(Collection<UUID> hashes) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select name_hash, id from " + table + " where name_hash in (<hashes>) lock in share mode")
                .bindList("hashes", bytes(hashes))
                .reduceRows(new HashMap<>(), (found, row) -> {
                    found.put(Uuid7.of(row.getColumn(1, byte[].class)), Uuid7.of(row.getColumn(2, byte[].class)));
                    return found;
                }));
    }

    private static List<byte[]> bytes(Collection<UUID> ids) {
        return ids.stream().distinct().map(Uuid7::bytes).toList();
    }
}
