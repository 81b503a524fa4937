package org.depesche.delivery.search.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class WordCacheTest {

    private final List<String> analyzed = new ArrayList<>();
    private final Function<String, AnalyzedWord> analyze = text -> {
        analyzed.add(text);
        return new AnalyzedWord(List.of(text), List.of(), List.of());
    };

    @Test
    void aWordIsAnalyzedOnce() {
        var cache = new WordCache(4);

        cache.get("Hafen", analyze);

        assertThat(cache.get("Hafen", analyze).exact()).containsExactly("Hafen");
        assertThat(analyzed).containsExactly("Hafen");
    }

    @Test
    void twoWordsOfTheSamePairOfSlotsAreBothKept() {
        var cache = new WordCache(1);

        List.of("Hafen", "Kran", "Hafen", "Kran").forEach(word -> cache.get(word, analyze));

        assertThat(analyzed).containsExactly("Hafen", "Kran");
    }

    @Test
    void moreWordsThanSlotsAreStillAnalyzedRight() {
        var cache = new WordCache(2);
        var words = IntStream.range(0, 200).mapToObj(i -> "Wort" + i % 50).toList();

        assertThat(words.stream().map(word -> cache.get(word, analyze).exact().get(0))).isEqualTo(words);
    }
}
