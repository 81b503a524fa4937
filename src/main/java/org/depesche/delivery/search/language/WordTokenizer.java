package org.depesche.delivery.search.language;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

/**
 * Takes a text apart into words. Hyphens hold a word together ({@code E-Government}), as do the marks of gendered endings
 * ({@code
 * Lehrer:innen}); what is written without spaces (Chinese, Japanese) is taken sign by sign.
 */
public final class WordTokenizer implements Iterator<Word> {

    /** Nobody looks for longer ones: addresses, garbage. */
    public static final int MAX_LENGTH = 80;
    /** Before it come the scripts that put spaces between words. */
    private static final int FIRST_ALONE = 0x2e80;
    /** The letters and digits that nearly all text is made of. */
    private static final boolean[] LATIN = latin();

    private final String text;
    private @Nullable Word next;
    private int at;

    private WordTokenizer(String text) {
        this.text = text;
    }

    /** In their order. */
    public static List<Word> tokenize(String text) {
        var words = new ArrayList<Word>();
        iterate(text).forEachRemaining(words::add);
        return words;
    }

    /** The same, each read when it is asked for. */
    public static Iterator<Word> iterate(String text) {
        return new WordTokenizer(text);
    }

    @Override
    public boolean hasNext() {
        while (next == null && at < text.length()) {
            step();
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

    private void step() {
        var point = text.codePointAt(at);
        if (!isLetter(point)) {
            at += Character.charCount(point);
        } else if (isOneCharacterWord(point)) {
            next = new Word(at, at + Character.charCount(point), text.substring(at, at + Character.charCount(point)));
            at = next.end();
        } else {
            word();
        }
    }

    private void word() {
        var start = at;
        do {
            at = endOfLatin(text, at);
        } while (at < text.length() && advanceInWord(start));
        if (at - start <= MAX_LENGTH) {
            next = new Word(start, at, text.substring(start, at));
        }
    }

    private static int endOfLatin(String text, int from) {
        var end = from;
        while (end < text.length() && text.charAt(end) < LATIN.length && LATIN[text.charAt(end)]) {
            end++;
        }
        return end;
    }

    /** Whether the next sign belongs to the word as well; if so, it is passed. */
    private boolean advanceInWord(int start) {
        var point = text.codePointAt(at);
        var holds = isLetter(point) && !isOneCharacterWord(point) || at > start && at + 1 < text.length() && joins(point);
        if (holds) {
            at += Character.charCount(point);
        }
        return holds;
    }

    private boolean joins(int point) {
        var next = text.codePointAt(at + 1);
        return isHyphen((char) point) && isLetter(next) && !isOneCharacterWord(next)
                || (point == '*' || point == ':' || point == '_') && text.startsWith("in", at + 1);
    }

    static boolean isHyphen(char sign) {
        return sign == '-' || sign == '\u2010' || sign == '\u2011';
    }

    private static boolean[] latin() {
        var latin = new boolean[0x250];
        for (var point = 0; point < latin.length; point++) {
            latin[point] = isLetterOrMark(point);
        }
        return latin;
    }

    private static boolean isLetter(int point) {
        return point < LATIN.length ? LATIN[point] : isLetterOrMark(point);
    }

    private static boolean isLetterOrMark(int point) {
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK
                || point == '\u00ad';
    }

    private static boolean isOneCharacterWord(int point) {
        return point >= FIRST_ALONE && (Character.isIdeographic(point) || point >= 0x3040 && point <= 0x30ff);
    }
}
