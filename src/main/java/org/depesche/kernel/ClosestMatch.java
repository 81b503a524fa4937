package org.depesche.kernel;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the known name that is closest to a misspelled one, by Levenshtein distance. */
public final class ClosestMatch {

    /** A longer name is never corrected. The limit also bounds the work on hostile names. */
    private static final int MAX_LENGTH = 64;
    private static final int LONG_WORD = 6;
    private static final int LETTERS_PER_EDIT = 4;

    private ClosestMatch() {
    }

    /**
     * Returns the known name closest to the given one, compared without regard to case; of equally close names, the first
     * in alphabetical order. Empty if no name is close enough.
     */
    public static Optional<String> of(String name, Collection<String> candidates) {
        if (name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var lower = name.toLowerCase(Locale.ROOT);
        return candidates.stream().filter(candidate -> isNear(lower, candidate.toLowerCase(Locale.ROOT))).sorted()
                .min(Comparator.comparingInt(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT))));
    }

    /**
     * Accepts one edit; two in a word of six letters, and one more for each four letters from twelve on; and letters in
     * another order. At least one letter must match.
     */
    private static boolean isNear(String name, String candidate) {
        var distance = distance(name, candidate);
        var shorter = Math.min(name.length(), candidate.length());
        var isReordered = distance == 2 && Arrays.equals(name.chars().sorted().toArray(), candidate.chars().sorted().toArray());
        var edits = shorter < LONG_WORD ? 1 : Math.max(2, shorter / LETTERS_PER_EDIT);
        return distance == 0 || distance < shorter && (isReordered || distance <= edits);
    }

    private static int distance(String name, String candidate) {
        return LevenshteinDistance.getDefaultInstance().apply(name, candidate);
    }
}
