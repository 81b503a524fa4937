package org.depesche.delivery.search.language;

import java.util.Set;
import java.util.stream.Collectors;

import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Analyzes English words: stop words and Snowball stems. */
final class EnglishWordAnalyzer extends PlainWordAnalyzer {

    private static final Set<String> STOP_WORDS = EnglishAnalyzer.getDefaultStopSet().stream()
            .map(word -> new String((char[]) word)).collect(Collectors.toUnmodifiableSet());

    @Override
    Set<String> stopWords() {
        return STOP_WORDS;
    }

    @Override
    String stem(String exact) {
        var stemmer = new EnglishStemmer();
        stemmer.setCurrent(exact);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
