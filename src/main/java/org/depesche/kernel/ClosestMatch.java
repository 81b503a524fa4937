package org.depesche.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name that somebody who wrote another one probably meant: a slip of the pen away, or none. */
public final class ClosestMatch {

    /** Nothing longer is a slip of the pen; also bounds the work on hostile names. */
    private static final int MAX_LENGTH = 64;
    private static final int MAX_DISTANCE = 2;

    private ClosestMatch() {
    }

    public static Optional<String> of(String given, Collection<String> known) {
        if (given.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var lower = given.toLowerCase(Locale.ROOT);
        return known.stream().filter(name -> isNear(lower, name.toLowerCase(Locale.ROOT))).sorted()
                .min(Comparator.comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT))));
    }

    /** Two slips, or one in three letters of a long name; and some letter has to be right. */
    private static boolean isNear(String given, String name) {
        var distance = distance(given, name);
        return distance <= Math.max(MAX_DISTANCE, name.length() / 3) && distance < Math.min(given.length(), name.length())
                || distance == 0;
    }

    private static int distance(String given, String name) {
        return LevenshteinDistance.getDefaultInstance().apply(given, name);
    }
}
