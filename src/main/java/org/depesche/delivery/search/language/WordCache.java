package org.depesche.delivery.search.language;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A cache of analyzed words of a fixed size. Each word has two slots, so that a lookup takes neither a lock nor any
 * bookkeeping. Indexing looks up each word of each text: a cache with an eviction order cost more than the analysis that it
 * saved.
 */
final class WordCache {

    private final @Nullable Entry[] entries;

    /** @param bits the size is 2 to the power of this number */
    WordCache(int bits) {
        entries = new Entry[1 << bits];
    }

    /**
     * The analyzed word, from the cache or computed. Threads may overwrite each other's entries. An entry is immutable, so
     * that a word is computed again at worst.
     */
    AnalyzedWord get(String text, Function<String, AnalyzedWord> analyze) {
        var slot = slot(text);
        var first = entries[slot];
        if (first != null && first.text.equals(text)) {
            return first.word;
        }
        var second = entries[slot ^ 1];
        if (second != null && second.text.equals(text)) {
            return second.word;
        }
        var added = new Entry(text, analyze.apply(text));
        if (first != null) {
            entries[slot ^ 1] = first;
        }
        entries[slot] = added;
        return added.word;
    }

    private int slot(String text) {
        var hash = text.hashCode() * 0x9e3779b9;
        return (hash ^ hash >>> 16) & entries.length - 1;
    }

    private record Entry(String text, AnalyzedWord word) {
    }
}
