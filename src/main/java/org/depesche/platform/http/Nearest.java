package org.depesche.platform.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name that somebody who wrote another one probably meant. */
final class Nearest {

    /** Nothing longer is a slip of the pen; also bounds the work on hostile names. */
    private static final int LONGEST = 64;

    private Nearest() {
    }

    static Optional<String> of(String given, Collection<String> known) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        var lower = given.toLowerCase(Locale.ROOT);
        return known.stream().sorted().min(Comparator.comparingInt(name -> distance(lower, name)));
    }

    private static int distance(String given, String name) {
        return LevenshteinDistance.getDefaultInstance().apply(given, name.toLowerCase(Locale.ROOT));
    }
}
