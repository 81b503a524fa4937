package org.depesche.delivery.search.lucene;

import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.depesche.delivery.search.language.AnalyzedWord;
import org.depesche.delivery.search.language.MatchLevel;

/** The forms of a text's words on one level, as Lucene takes them; forms of one word stand at one place. */
final class TermStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<AnalyzedWord> words;
    private final MatchLevel level;
    private int word;
    private int form;
    private int steps;

    TermStream(List<AnalyzedWord> words, MatchLevel level) {
        this.words = words;
        this.level = level;
    }

    @Override
    public void reset() {
        word = 0;
        form = 0;
        steps = 1;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        while (word < words.size() && form >= words.get(word).at(level).size()) {
            word++;
            form = 0;
            steps = 1;
        }
        if (word == words.size()) {
            return false;
        }
        term.append(words.get(word).at(level).get(form++));
        step.setPositionIncrement(steps);
        steps = 0;
        return true;
    }
}
