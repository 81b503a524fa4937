package org.depesche.delivery.search.query;

/** Which words of the index somebody may have meant who wrote one that is not in it: the same for every backend. */
public final class SpellCheckSettings {

    /** How many are looked for. */
    public static final int MAX_SUGGESTIONS = 3;
    public static final int MIN_WORD_LENGTH = 4;
    public static final int PREFIX_LENGTH = 1;
    public static final float ACCURACY = 0.6f;
    /** Two errors in a word are common enough, and a shuffled pair of letters is one. */
    public static final int MAX_EDITS = 2;
    public static final int MAX_INSPECTIONS = 5;

    /** Looking for neighbours is dear: of a query of nothing but errors only the first words are looked after. */
    static final int MAX_WORDS = 3;

    private SpellCheckSettings() {
    }

    /** Numbers are meant as they are. */
    static boolean isCorrectable(String exact) {
        return exact.chars().noneMatch(Character::isDigit);
    }
}
