package org.depesche.content.taxonomy.cache;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A value that was read at one version of the taxonomy. A transaction with an older snapshot reads its own value, and the
 * newer value stays cached.
 */
public final class VersionedCache<T> {

    private volatile @Nullable CachedValue<T> latest;

    T get(long taxonomy, Supplier<T> reader) {
        var current = latest;
        return current != null && current.version == taxonomy ? current.value : store(taxonomy, reader.get());
    }

    private synchronized T store(long taxonomy, T value) {
        var current = latest;
        if (current != null && current.version == taxonomy) {
            return current.value;
        }
        if (current == null || current.version < taxonomy) {
            latest = new CachedValue<>(taxonomy, value);
        }
        return value;
    }

    private record CachedValue<T>(long version, T value) {
    }
}
