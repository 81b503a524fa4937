package org.depesche.delivery.search.language;

import java.util.List;

/**
 * What one word may be found by. Each level holds all that the one before it finds, and more.
 *
 * @param exact as it was written; several for what a hyphen divides
 * @param stems without its endings; none for a word that says nothing
 * @param parts of a compound, as stems; the stem of a word that has none
 */
public record AnalyzedWord(List<String> exact, List<String> stems, List<String> parts) {

    public AnalyzedWord {
        exact = List.copyOf(exact);
        stems = List.copyOf(stems);
        parts = List.copyOf(parts);
    }

    /** Those of one level. */
    public List<String> at(MatchLevel level) {
        return switch (level) {
            case EXACT -> exact;
            case STEM -> stems;
            case PART -> parts;
        };
    }
}
