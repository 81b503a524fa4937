package org.depesche.delivery.search.query;

/** The settings of spelling correction, which are the same for every backend. */
public final class SpellCheckSettings {

    /** The number of corrections of one word. */
    public static final int MAX_SUGGESTIONS = 3;
    public static final int MIN_WORD_LENGTH = 4;
    public static final int PREFIX_LENGTH = 1;
    public static final float ACCURACY = 0.6f;
    /** From this length on, a word may have two edits. In a short word they make another word: COVID, Civil. */
    private static final int LONG_WORD = 8;
    public static final int MAX_INSPECTIONS = 5;

    /** The number of unknown words of a query that are corrected, because each look-up is expensive. */
    static final int MAX_WORDS = 3;

    private SpellCheckSettings() {
    }

    /**
     * How many letters of a word may be wrong: 1 or 2. A transposed pair of letters is one edit.
     * @param exact the normalized word
     */
    public static int maxEdits(String exact) {
        return exact.codePointCount(0, exact.length()) < LONG_WORD ? 1 : 2;
    }

    /** Numbers are not corrected. */
    static boolean isCorrectable(String exact) {
        return exact.chars().noneMatch(Character::isDigit);
    }
}
