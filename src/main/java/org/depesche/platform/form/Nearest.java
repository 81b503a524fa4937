package org.depesche.platform.form;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** Which of the known names someone probably meant. */
final class Nearest {

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {
    }

    static Optional<String> of(String name, Collection<String> known) {
        var meant = name.substring(0, Math.min(name.length(), 100)).toLowerCase(Locale.ROOT);
        return known.stream().min(Comparator.comparing(other -> DISTANCE.apply(meant, other.toLowerCase(Locale.ROOT))));
    }
}
