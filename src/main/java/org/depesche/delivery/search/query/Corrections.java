package org.depesche.delivery.search.query;

/** Which words of the index somebody may have meant who wrote one that is not in it: the same for every backend. */
public final class Corrections {

    /** How many are looked for. */
    public static final int MOST = 3;
    public static final int SHORTEST = 4;
    public static final int SAME_BEGINNING = 1;
    public static final float NEAR = 0.6f;
    /** Two errors in a word are common enough, and a shuffled pair of letters is one. */
    public static final int ERRORS = 2;
    public static final int INSPECTIONS = 5;

    /** Looking for neighbours is dear: of a query of nothing but errors only the first words are looked after. */
    static final int MOST_WORDS = 3;

    private Corrections() {
    }

    /** Numbers are meant as they are. */
    static boolean areThereFor(String exact) {
        return exact.chars().noneMatch(Character::isDigit);
    }
}
