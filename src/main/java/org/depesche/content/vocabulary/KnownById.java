package org.depesche.content.vocabulary;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Remembers single things by id, a bounded number of them, until the vocabulary moves. */
public final class KnownById<T> {

    private final Vocabulary vocabulary;
    private final int limit;
    private final Function<Set<UUID>, Map<UUID, T>> reader;
    private final Remembered<Cache<UUID, T>> memory = new Remembered<>();

    public KnownById(Vocabulary vocabulary, int limit, Function<Set<UUID>, Map<UUID, T>> reader) {
        this.vocabulary = vocabulary;
        this.limit = limit;
        this.reader = reader;
    }

    /** Needs a transaction; reads all that is missing at once. */
    public Map<UUID, T> byIds(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var known = vocabulary.remembered(memory, () -> Caffeine.newBuilder().maximumSize(limit).build());
        return known.getAll(new HashSet<>(ids), missing -> vocabulary.read(() -> reader.apply(Set.copyOf(missing))));
    }
}
