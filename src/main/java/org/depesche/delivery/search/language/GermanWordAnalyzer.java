package org.depesche.delivery.search.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.tartarus.snowball.ext.GermanStemmer;

/** Analyzes German words: endings, umlauts and compounds. */
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

    /** A search for {@code Lehrer:innen}, {@code Lehrerin} or {@code Lehrer} finds all three. */
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
        (humps.isEmpty() ? List.of(exact) : humps).forEach(word -> addParts(word, parts));
        return parts.size() == 1 && parts.get(0).equals(exact) ? List.of() : parts;
    }

    /** Adds the parts of parts as well: both {@code Autobahn} and {@code Bahn} find {@code Autobahnmeisterei}. */
    private void addParts(String word, List<String> parts) {
        var split = compounds.split(word);
        if (split.isEmpty()) {
            parts.add(word);
        }
        for (var part : split) {
            var innerParts = new ArrayList<String>();
            addParts(part, innerParts);
            parts.add(part);
            innerParts.stream().filter(innerPart -> !innerPart.equals(part)).forEach(parts::add);
        }
    }
}
