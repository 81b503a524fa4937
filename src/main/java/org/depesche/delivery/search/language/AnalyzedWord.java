package org.depesche.delivery.search.language;

import java.util.List;

/**
 * The terms under which one word is indexed and searched. Each level matches all that the previous level matches, and
 * more.
 * @param exact the normalized spelling; several when hyphens divide the word
 * @param stems the word without endings; empty for a stop word
 * @param parts the stems of a compound's parts; the stem of the word itself when the word is no compound
 */
public record AnalyzedWord(List<String> exact, List<String> stems, List<String> parts) {

    public AnalyzedWord {
        exact = List.copyOf(exact);
        stems = List.copyOf(stems);
        parts = List.copyOf(parts);
    }

    /** The terms of one level. */
    public List<String> terms(MatchLevel level) {
        return switch (level) {
            case EXACT -> exact;
            case STEM -> stems;
            case PART -> parts;
        };
    }
}
