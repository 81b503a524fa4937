package org.depesche.delivery.search.language;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

/**
 * Splits a text into words. Hyphens do not divide a word ({@code E-Government}), nor do the marks of gendered endings
 * ({@code Lehrer:innen}). Scripts without spaces (Chinese, Japanese) give one word per character.
 */
public final class WordTokenizer implements Iterator<Word> {

    /** Longer words are skipped: nobody searches for URLs and garbage. */
    public static final int MAX_LENGTH = 80;
    /** The scripts below this code point put spaces between words. */
    private static final int FIRST_UNSPACED = 0x2e80;
    /** The letters and digits that make up nearly all text; up to U+206F, where dashes and quotation marks end. */
    private static final boolean[] LETTERS = commonLetters();

    private final String text;
    private final RangeFilter filter;
    private @Nullable Word next;
    private int position;

    private WordTokenizer(String text, RangeFilter filter) {
        this.text = text;
        this.filter = filter;
    }

    /** Decides about a word before it is cut out of its text. */
    @FunctionalInterface
    public interface RangeFilter {

        /** Whether the word from {@code start} inclusively to {@code end} exclusively is wanted. */
        boolean accepts(String text, int start, int end);
    }

    /** All words of a text in their order. */
    public static List<Word> tokenize(String text) {
        var words = new ArrayList<Word>();
        iterate(text).forEachRemaining(words::add);
        return words;
    }

    /** The same words, each read when the iterator is asked for it. */
    public static Iterator<Word> iterate(String text) {
        return iterate(text, (all, start, end) -> true);
    }

    /** Only the words that a filter accepts. No object is created for the others. */
    public static Iterator<Word> iterate(String text, RangeFilter filter) {
        return new WordTokenizer(text, filter);
    }

    @Override
    public boolean hasNext() {
        while (next == null && position < text.length()) {
            readNext();
        }
        return next != null;
    }

    @Override
    public Word next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        var word = next;
        next = null;
        return word;
    }

    private void readNext() {
        var codePoint = text.codePointAt(position);
        if (!isLetter(codePoint)) {
            position += Character.charCount(codePoint);
        } else if (isOneCharacterWord(codePoint)) {
            var start = position;
            position += Character.charCount(codePoint);
            acceptWord(start);
        } else {
            readWord();
        }
    }

    private void readWord() {
        var start = position;
        do {
            position = endOfLetters(text, position);
        } while (position < text.length() && advanceInWord(start));
        if (position - start <= MAX_LENGTH) {
            acceptWord(start);
        }
    }

    private void acceptWord(int start) {
        if (filter.accepts(text, start, position)) {
            next = new Word(start, position, text.substring(start, position));
        }
    }

    private static int endOfLetters(String text, int from) {
        var end = from;
        while (end < text.length() && text.charAt(end) < LETTERS.length && LETTERS[text.charAt(end)]) {
            end++;
        }
        return end;
    }

    /** Advances past the next character if it belongs to the word, and returns whether it does. */
    private boolean advanceInWord(int start) {
        var codePoint = text.codePointAt(position);
        var belongs = isLetter(codePoint) && !isOneCharacterWord(codePoint)
                || position > start && position + 1 < text.length() && joins(codePoint);
        if (belongs) {
            position += Character.charCount(codePoint);
        }
        return belongs;
    }

    private boolean joins(int codePoint) {
        var next = text.codePointAt(position + 1);
        return isHyphen((char) codePoint) && isLetter(next) && !isOneCharacterWord(next)
                || (codePoint == '*' || codePoint == ':' || codePoint == '_') && text.startsWith("in", position + 1);
    }

    static boolean isHyphen(char character) {
        return character == '-' || character == '\u2010' || character == '\u2011';
    }

    private static boolean[] commonLetters() {
        var letters = new boolean[0x2070];
        for (var codePoint = 0; codePoint < letters.length; codePoint++) {
            letters[codePoint] = isLetterOrMark(codePoint);
        }
        return letters;
    }

    private static boolean isLetter(int codePoint) {
        return codePoint < LETTERS.length ? LETTERS[codePoint] : isLetterOrMark(codePoint);
    }

    private static boolean isLetterOrMark(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || codePoint == '\u00ad';
    }

    private static boolean isOneCharacterWord(int codePoint) {
        return codePoint >= FIRST_UNSPACED
                && (Character.isIdeographic(codePoint) || codePoint >= 0x3040 && codePoint <= 0x30ff);
    }
}
