package org.depesche.delivery.search.lucene;

import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.depesche.delivery.search.language.AnalyzedWord;
import org.depesche.delivery.search.language.MatchLevel;

/** A token stream of one level's terms. All terms of one word have the same position. */
final class TermStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute positionIncrement = addAttribute(PositionIncrementAttribute.class);
    private final List<AnalyzedWord> words;
    private final MatchLevel level;
    private int wordIndex;
    private int termIndex;
    private int increment;

    TermStream(List<AnalyzedWord> words, MatchLevel level) {
        this.words = words;
        this.level = level;
    }

    @Override
    public void reset() {
        wordIndex = 0;
        termIndex = 0;
        increment = 1;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        while (wordIndex < words.size() && termIndex >= words.get(wordIndex).terms(level).size()) {
            wordIndex++;
            termIndex = 0;
            increment = 1;
        }
        if (wordIndex == words.size()) {
            return false;
        }
        term.append(words.get(wordIndex).terms(level).get(termIndex++));
        positionIncrement.setPositionIncrement(increment);
        increment = 0;
        return true;
    }
}
