package org.depesche.content.taxonomy.cache;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Remembers single things by id, a bounded number of them, until the vocabulary moves. */
public final class EntityCache<T> {

    private final TaxonomyVersion vocabulary;
    private final int limit;
    private final Function<Set<UUID>, Map<UUID, T>> reader;
    private final VersionedCache<Cache<UUID, T>> memory = new VersionedCache<>();

    public EntityCache(TaxonomyVersion vocabulary, int limit, Function<Set<UUID>, Map<UUID, T>> reader) {
        this.vocabulary = vocabulary;
        this.limit = limit;
        this.reader = reader;
    }

    /** Needs a transaction; reads all that is missing at once. */
    public Map<UUID, T> byIds(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var known = vocabulary.cached(memory, () -> Caffeine.newBuilder().maximumSize(limit).build());
        return known.getAll(new HashSet<>(ids), missing -> vocabulary.load(() -> reader.apply(Set.copyOf(missing))));
    }
}
