package org.depesche.delivery.search.language;

import java.util.ArrayList;
import java.util.List;

/**
 * A word and its offsets in the text.
 * @param start offset of the first character
 * @param end offset after the last character
 * @param text the word as the text spells it, with its hyphens
 */
public record Word(int start, int end, String text) {

    /** The parts between the hyphens; the word itself when it has none. */
    List<String> pieces() {
        var pieces = new ArrayList<String>();
        var pieceStart = 0;
        for (var i = 0; i < text.length(); i++) {
            if (WordTokenizer.isHyphen(text.charAt(i))) {
                pieces.add(text.substring(pieceStart, i));
                pieceStart = i + 1;
            }
        }
        pieces.add(text.substring(pieceStart));
        return pieces;
    }

    /** The word without its hyphens: a spelling variant. */
    String joined() {
        return String.join("", pieces());
    }

    /** The words between the hyphens, at the offsets of this word; the word itself when it has none. */
    public List<Word> hyphenParts() {
        return pieces().stream().filter(piece -> !piece.isEmpty()).map(piece -> new Word(start, end, piece)).toList();
    }

    /** The same word without its hyphens, at the same offsets: a spelling variant. */
    public Word withoutHyphens() {
        return new Word(start, end, joined());
    }

    /** The normalized spelling, which is equal for all spelling variants. */
    public String exact() {
        return SpellingNormalizer.normalize(text);
    }
}
