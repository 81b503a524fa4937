package org.depesche.content.taxonomy;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.taxonomy.TaxonomyRegistrar.NewTaxonomyEntry;
import org.depesche.content.taxonomy.cache.EntityCache;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds tags or authors in the caller's transaction: by id from a cache, by slug from the database. Creates new ones by name.
 *
 * @param <T> a tag or an author
 */
public final class TaxonomyLookup<T> {

    private static final int CACHE_SIZE = 50_000;

    private final TaxonomyBatchRepository table;
    private final TaxonomyRegistrar registrar;
    private final EntityCache<T> cache;
    private final TaxonomyVersion version;
    private final Clock clock;

    private TaxonomyLookup(TaxonomyBatchRepository table, TaxonomyRegistrar registrar, EntityCache<T> cache, Factory context) {
        this.table = table;
        this.registrar = registrar;
        this.cache = cache;
        this.version = context.version;
        this.clock = context.clock;
    }

    /** Returns those that exist, with one statement at most. */
    public Map<UUID, T> byIds(Collection<UUID> ids) {
        return cache.byIds(ids);
    }

    public Optional<T> byId(UUID id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /** Finds entries by id, slug or former slug, with two statements at most. Unknown references are absent. */
    public Map<String, T> byRefs(Collection<String> refs) {
        var ids = table.byRefs(refs);
        var entries = byIds(new LinkedHashSet<>(ids.values()));
        var found = new HashMap<String, T>();
        ids.forEach((ref, id) -> {
            if (entries.containsKey(id)) {
                found.put(ref, entries.get(id));
            }
        });
        return found;
    }

    /** Returns the id of the deleted entry that had this slug, unless another entry has it now. */
    public Optional<UUID> deletedId(String slug) {
        return table.deletedId(slug);
    }

    /** Returns the entry that an unknown reference means: one whose slug or name has the same words. */
    public Optional<T> meant(String ref) {
        return table.meant(ref).flatMap(this::byId);
    }

    /**
     * Finds entries by slug, former slug or name, and creates those that do not exist.
     *
     * @param follower is called for each new entry
     */
    public Map<String, UUID> findOrCreate(Collection<String> slugsOrNames, Consumer<NewTaxonomyEntry> follower) {
        var registered = registrar.findOrCreate(slugsOrNames, clock.instant());
        if (registered.isPastSnapshot()) {
            version.markChanged();
        }
        registered.created().forEach(follower);
        return registered.ids();
    }

    /** Creates the look-up of a kind. */
    @ApplicationScoped
    public static class Factory {

        private final Jdbi jdbi;
        private final TaxonomyVersion version;
        private final MergedIds mergedIds;
        private final Clock clock;

        Factory(Jdbi jdbi, TaxonomyVersion version, MergedIds mergedIds, Clock clock) {
            this.jdbi = jdbi;
            this.version = version;
            this.mergedIds = mergedIds;
            this.clock = clock;
        }

        /**
         * Returns the look-up of a kind.
         *
         * @param kind the name of the table, and the slug of entries whose name has no letters
         * @param reader reads entries by id; its second argument asks for a locking read, which sees rows newer than the
         *        snapshot of the transaction
         */
        public <T> TaxonomyLookup<T> forKind(String kind, BiFunction<Set<UUID>, Boolean, Map<UUID, T>> reader) {
            var table = new TaxonomyBatchRepository(jdbi, kind, mergedIds);
            var cache = new EntityCache<T>(version, CACHE_SIZE, ids -> reader.apply(ids, version.isMarkedChanged()));
            return new TaxonomyLookup<>(table, new TaxonomyRegistrar(table, kind), cache, this);
        }
    }
}
