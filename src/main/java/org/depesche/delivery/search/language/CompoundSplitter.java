package org.depesche.delivery.search.language;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;

/**
 * Takes German compounds apart: {@code Verwaltungscloud} into {@code verwaltung} and {@code cloud}. A word is the cheapest
 * chain
 * of known words with the sounds that may stand between them; few long parts are cheaper than many short ones. What is known
 * comes from outside.
 */
final class CompoundSplitter {

    /** Shorter parts are found by chance in every other word. */
    private static final int SHORTEST = 4;
    /** But for these, which are in too many compounds to be missed. */
    private static final Set<String> SHORT = Set.of("rat", "tag", "amt", "bau", "weg", "hof", "oel", "tor", "gas", "see", "bad",
            "ort", "bus", "uni", "eis", "rad", "tal", "zoo", "tod", "tat", "uhr", "zug", "kur", "web", "bio");
    private static final int SHORTEST_COMPOUND = 7;
    private static final int LONGEST_COMPOUND = 50;
    private static final List<String> LINKS = List.of("", "s", "es", "n", "en", "er", "ens");
    /** The dictionary has most inflected forms, but not all. */
    private static final List<String> ENDINGS = List.of("n", "en", "s", "es", "e");
    private static final double NEVER = 1_000;
    private static final double PART = 1;
    private static final double LINK = 0.3;
    private static final double SHORT_PART = 0.4;

    private final Set<String> known;

    /** @param known words in their exact spelling, with their endings */
    CompoundSplitter(Set<String> known) {
        this.known = known;
    }

    /** The parts in their order; empty for what is no compound. */
    List<String> split(String exact) {
        var length = exact.length();
        if (length < SHORTEST_COMPOUND || length > LONGEST_COMPOUND) {
            return List.of();
        }
        var costs = new double[length + 1];
        var from = new int[length + 1];
        var until = new int[length + 1];
        for (var end = 1; end <= length; end++) {
            costs[end] = NEVER;
            for (var start = 0; start + 3 <= end; start++) {
                if (costs[start] < NEVER) {
                    consider(exact, start, end, costs, from, until);
                }
            }
        }
        return costs[length] >= NEVER ? List.of() : chain(exact, from, until);
    }

    private void consider(String exact, int start, int end, double[] costs, int[] from, int[] until) {
        var isLast = end == exact.length();
        if (start == 0 && isLast) {
            return; // the whole word, which is what is to be taken apart
        }
        for (var link : isLast ? List.of("") : LINKS) {
            var wordEnd = end - link.length();
            if (wordEnd - start >= 3 && exact.startsWith(link, wordEnd)) {
                var cost = costs[start] + cost(exact, start, wordEnd) + (link.isEmpty() ? 0 : LINK);
                if (cost < costs[end]) {
                    costs[end] = cost;
                    from[end] = start;
                    until[end] = wordEnd;
                }
            }
        }
    }

    private double cost(String exact, int start, int end) {
        var part = exact.substring(start, end);
        if (part.length() < SHORTEST) {
            return SHORT.contains(part) ? PART + 2 * SHORT_PART : NEVER;
        }
        if (known.contains(part) || end == exact.length() && isInflected(part)) {
            return PART + (end - start == SHORTEST ? SHORT_PART : 0);
        }
        return NEVER;
    }

    private boolean isInflected(String part) {
        return ENDINGS.stream().anyMatch(ending -> part.endsWith(ending) && part.length() - ending.length() > SHORTEST
                && known.contains(part.substring(0, part.length() - ending.length())));
    }

    private static List<String> chain(String exact, int[] from, int[] until) {
        var parts = new ArrayDeque<String>();
        for (var end = exact.length(); end > 0; end = from[end]) {
            parts.addFirst(exact.substring(from[end], until[end]));
        }
        return parts.size() < 2 ? List.of() : List.copyOf(parts);
    }
}
