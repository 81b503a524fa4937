package org.depesche.content.taxonomy.cache;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What was read at one vocabulary number. A reader whose snapshot is older than what is remembered gets its own fresh
 * reading, and the newer one stays.
 */
public final class VersionedCache<T> {

    private volatile @Nullable CachedValue<T> latest;

    T get(long vocabulary, Supplier<T> fresh) {
        var present = latest;
        return present != null && present.version == vocabulary ? present.value : store(vocabulary, fresh.get());
    }

    private synchronized T store(long vocabulary, T value) {
        var present = latest;
        if (present != null && present.version == vocabulary) {
            return present.value;
        }
        if (present == null || present.version < vocabulary) {
            latest = new CachedValue<>(vocabulary, value);
        }
        return value;
    }

    private record CachedValue<T>(long version, T value) {
    }
}
