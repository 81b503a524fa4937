package org.depesche.delivery.search.query;

/** The settings of spelling correction, which are the same for every backend. */
public final class SpellCheckSettings {

    /** The number of corrections of one word. */
    public static final int MAX_SUGGESTIONS = 3;
    public static final int MIN_WORD_LENGTH = 4;
    public static final int PREFIX_LENGTH = 1;
    public static final float ACCURACY = 0.6f;
    /** Two edits in a word are common enough: a transposed pair of letters is two edits. */
    public static final int MAX_EDITS = 2;
    public static final int MAX_INSPECTIONS = 5;

    /** The number of unknown words of a query that are corrected, because each look-up is expensive. */
    static final int MAX_WORDS = 3;

    private SpellCheckSettings() {
    }

    /** Numbers are not corrected. */
    static boolean isCorrectable(String exact) {
        return exact.chars().noneMatch(Character::isDigit);
    }
}
