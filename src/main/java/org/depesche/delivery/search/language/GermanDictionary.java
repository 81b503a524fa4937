package org.depesche.delivery.search.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

import de.danielnaber.jwordsplitter.GermanWordSplitter;

/**
 * Loads German words with their inflected forms from the jar of jWordSplitter. The splitter of that library is not
 * used: it splits into two parts only and has no cost for short parts.
 */
final class GermanDictionary {

    private static final String WORDS = "/de/danielnaber/jwordsplitter/wordsGerman.txt";
    private static final int MIN_LENGTH = 4;

    private GermanDictionary() {
    }

    static Set<String> load() {
        try (var in = GermanWordSplitter.class.getResourceAsStream(WORDS)) {
            if (in == null) {
                throw new IllegalStateException("The German dictionary is not on the class path: " + WORDS);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().map(String::strip)
                    .filter(word -> !word.startsWith("#")).map(SpellingNormalizer::normalize)
                    .filter(word -> word.length() >= MIN_LENGTH)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
