package org.depesche.delivery.search.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a text apart into words. Hyphens hold a word together ({@code E-Government}), as do the marks of gendered endings
 * ({@code
 * Lehrer:innen}); what is written without spaces (Chinese, Japanese) is taken sign by sign.
 */
public final class Words {

    /** Nobody looks for longer ones: addresses, garbage. */
    static final int LONGEST = 80;
    /** Before it come the scripts that put spaces between words. */
    private static final int FIRST_ALONE = 0x2e80;

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int at;

    private Words(String text) {
        this.text = text;
    }

    /** In their order. */
    public static List<Word> of(String text) {
        var reading = new Words(text);
        while (reading.at < text.length()) {
            reading.step();
        }
        return reading.words;
    }

    private void step() {
        var point = text.codePointAt(at);
        var next = at + Character.charCount(point);
        if (!isLetter(point)) {
            at = next;
        } else if (standsAlone(point)) {
            words.add(new Word(at, next, text.substring(at, next)));
            at = next;
        } else {
            word();
        }
    }

    private void word() {
        var start = at;
        while (at < text.length() && holds(start)) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (at - start <= LONGEST) {
            words.add(new Word(start, at, text.substring(start, at)));
        }
    }

    private boolean holds(int start) {
        var point = text.codePointAt(at);
        return isLetter(point) && !standsAlone(point) || at > start && at + 1 < text.length() && joins(point);
    }

    private boolean joins(int point) {
        var next = text.codePointAt(at + 1);
        return isHyphen((char) point) && isLetter(next) && !standsAlone(next)
                || (point == '*' || point == ':' || point == '_') && text.startsWith("in", at + 1);
    }

    static boolean isHyphen(char sign) {
        return sign == '-' || sign == '\u2010' || sign == '\u2011';
    }

    private static boolean isLetter(int point) {
        if (point < 128) {
            return point >= 'a' && point <= 'z' || point >= 'A' && point <= 'Z' || point >= '0' && point <= '9';
        }
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK
                || point == '\u00ad';
    }

    private static boolean standsAlone(int point) {
        return point >= FIRST_ALONE && (Character.isIdeographic(point) || point >= 0x3040 && point <= 0x30ff);
    }
}
