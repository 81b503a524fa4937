package org.depesche.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the known name that is closest to a misspelled one, by Levenshtein distance. */
public final class ClosestMatch {

    /** A longer name is never corrected. The limit also bounds the work on hostile names. */
    private static final int MAX_LENGTH = 64;
    private static final int MAX_DISTANCE = 2;

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

    /** Accepts a distance of two, or one in three letters of a long name. At least one letter must match. */
    private static boolean isNear(String name, String candidate) {
        var distance = distance(name, candidate);
        return distance <= Math.max(MAX_DISTANCE, candidate.length() / 3)
                && distance < Math.min(name.length(), candidate.length())
                || distance == 0;
    }

    private static int distance(String name, String candidate) {
        return LevenshteinDistance.getDefaultInstance().apply(name, candidate);
    }
}
