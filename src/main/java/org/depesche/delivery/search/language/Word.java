package org.depesche.delivery.search.language;

import java.util.ArrayList;
import java.util.List;

/**
 * A word where it stands in a text.
 *
 * @param written as the text has it; pieces are divided by hyphens
 */
public record Word(int start, int end, String text) {

    /** What the hyphens divide; the word itself where there are none. */
    List<String> pieces() {
        var pieces = new ArrayList<String>();
        var from = 0;
        for (var i = 0; i < text.length(); i++) {
            if (WordTokenizer.isHyphen(text.charAt(i))) {
                pieces.add(text.substring(from, i));
                from = i + 1;
            }
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    /** Without its hyphens, as some write it. */
    String joined() {
        return String.join("", pieces());
    }

    /** The words that its hyphens divide; itself where there are none. */
    public List<Word> hyphenParts() {
        return pieces().stream().filter(piece -> !piece.isEmpty()).map(piece -> new Word(start, end, piece)).toList();
    }

    /** The same word as others write it, without its hyphens. */
    public Word withoutHyphens() {
        return new Word(start, end, joined());
    }

    /** In the spelling that all spellings of it have in common. */
    public String exact() {
        return SpellingNormalizer.normalize(text);
    }
}
