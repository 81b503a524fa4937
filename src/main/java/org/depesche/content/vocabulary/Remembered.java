package org.depesche.content.vocabulary;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What was read at one vocabulary number. A reader whose snapshot is older than what is remembered gets its own fresh
 * reading, and the newer one stays.
 */
public final class Remembered<T> {

    private volatile @Nullable Reading<T> latest;

    T at(long vocabulary, Supplier<T> fresh) {
        var present = latest;
        return present != null && present.vocabulary == vocabulary ? present.value : keep(vocabulary, fresh.get());
    }

    private synchronized T keep(long vocabulary, T value) {
        var present = latest;
        if (present != null && present.vocabulary == vocabulary) {
            return present.value;
        }
        if (present == null || present.vocabulary < vocabulary) {
            latest = new Reading<>(vocabulary, value);
        }
        return value;
    }

    private record Reading<T>(long vocabulary, T value) {
    }
}
