package org.depesche.delivery.search.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.tartarus.snowball.ext.GermanStemmer;

/** German words: endings, umlauts, compounds. */
final class GermanWordAnalyzer extends PlainWordAnalyzer {

    private static final Set<String> STOP_WORDS = GermanAnalyzer.getDefaultStopSet().stream()
            .map(word -> SpellingNormalizer.normalize(new String((char[]) word))).collect(Collectors.toUnmodifiableSet());

    private final CompoundSplitter compounds;

    GermanWordAnalyzer(CompoundSplitter compounds) {
        this.compounds = compounds;
    }

    @Override
    Set<String> stopWords() {
        return STOP_WORDS;
    }

    @Override
    String stem(String exact) {
        var stemmer = new GermanStemmer();
        stemmer.setCurrent(SpellingNormalizer.foldUmlauts(withoutGenderedEnding(exact)));
        stemmer.stem();
        return stemmer.getCurrent();
    }

    /** {@code Lehrer:innen}, {@code Lehrerin} and {@code Lehrer} are one when somebody searches. */
    private static String withoutGenderedEnding(String exact) {
        for (var ending : List.of("erinnen", "erin")) {
            if (exact.endsWith(ending) && exact.length() > ending.length() + 2) {
                return exact.substring(0, exact.length() - ending.length()) + "er";
            }
        }
        return exact;
    }

    @Override
    List<String> parts(String piece, String exact) {
        var humps = super.parts(piece, exact);
        var parts = new ArrayList<String>();
        (humps.isEmpty() ? List.of(exact) : humps).forEach(word -> add(word, parts));
        return parts.size() == 1 && parts.get(0).equals(exact) ? List.of() : parts;
    }

    /** The parts of parts as well: {@code Autobahnmeisterei} is found by {@code Autobahn} and by {@code Bahn}. */
    private void add(String word, List<String> parts) {
        var found = compounds.split(word);
        if (found.isEmpty()) {
            parts.add(word);
        }
        for (var part : found) {
            var inner = new ArrayList<String>();
            add(part, inner);
            parts.add(part);
            inner.stream().filter(more -> !more.equals(part)).forEach(parts::add);
        }
    }
}
