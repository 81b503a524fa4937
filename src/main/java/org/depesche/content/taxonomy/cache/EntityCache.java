package org.depesche.content.taxonomy.cache;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Caches entities by id, up to a maximum number, until the taxonomy changes. */
public final class EntityCache<T> {

    private final TaxonomyVersion taxonomyVersion;
    private final int limit;
    private final Function<Set<UUID>, Map<UUID, T>> reader;
    private final VersionedCache<Cache<UUID, T>> cache = new VersionedCache<>();

    public EntityCache(TaxonomyVersion taxonomyVersion, int limit, Function<Set<UUID>, Map<UUID, T>> reader) {
        this.taxonomyVersion = taxonomyVersion;
        this.limit = limit;
        this.reader = reader;
    }

    /** Returns the existing entities. Requires a transaction; reads all missing ones with one call of the reader. */
    public Map<UUID, T> byIds(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var entries = taxonomyVersion.cached(cache, () -> Caffeine.newBuilder().maximumSize(limit).build());
        return entries.getAll(new HashSet<>(ids), missing -> taxonomyVersion.load(() -> reader.apply(Set.copyOf(missing))));
    }
}
