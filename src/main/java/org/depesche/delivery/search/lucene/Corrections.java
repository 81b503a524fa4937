package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.depesche.delivery.search.language.Level;

/** Words of the index that somebody may have meant who wrote one that is not in it. */
final class Corrections {

    /** Looking for neighbours is dear: of a query of nothing but errors only the first words are looked after. */
    static final int MOST_WORDS = 3;

    private static final int MOST = 3;
    private static final int SHORTEST = 4;
    private static final float NEAR = 0.6f;

    private final IndexReader reader;
    private final DirectSpellChecker checker = new DirectSpellChecker();

    Corrections(IndexReader reader) {
        this.reader = reader;
        checker.setMinQueryLength(SHORTEST);
        checker.setMinPrefix(1);
        checker.setAccuracy(NEAR);
        // two errors in a word are common enough, and a shuffled pair of letters is one
        checker.setMaxEdits(2);
        checker.setMaxInspections(5);
        checker.setThresholdFrequency(0);
    }

    /** The nearest and commonest first; empty for a word that is there. */
    List<String> of(String exact) throws IOException {
        if (exact.chars().anyMatch(Character::isDigit)) {
            return List.of();
        }
        return Arrays.stream(checker.suggestSimilar(new Term(Fields.all(Level.EXACT), exact), MOST, reader,
                SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX)).map((SuggestWord near) -> near.string).toList();
    }
}
