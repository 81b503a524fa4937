package org.depesche.delivery.search.language;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;

/**
 * Splits German compounds: {@code Verwaltungscloud} becomes {@code verwaltung} and {@code cloud}. The result is the
 * cheapest chain of dictionary words and linking elements. Few long parts are cheaper than many short parts.
 */
final class CompoundSplitter {

    /** Shorter parts would match by chance in every other word. */
    private static final int MIN_PART = 4;
    /** These short words are exceptions because too many compounds contain them. */
    private static final Set<String> SHORT_WORDS = Set.of("rat", "tag", "amt", "bau", "weg", "hof", "oel", "tor", "gas", "see",
            "bad",
            "ort", "bus", "uni", "eis", "rad", "tal", "zoo", "tod", "tat", "uhr", "zug", "kur", "web", "bio");
    private static final int MIN_COMPOUND = 7;
    private static final int MAX_COMPOUND = 50;
    private static final List<String> LINKS = List.of("", "s", "es", "n", "en", "er", "ens");
    /** The dictionary has most inflected forms, but not all. */
    private static final List<String> ENDINGS = List.of("n", "en", "s", "es", "e");
    private static final double IMPOSSIBLE = 1_000;
    private static final double PART_COST = 1;
    private static final double LINK_COST = 0.3;
    private static final double SHORT_PART_COST = 0.4;

    private final Set<String> dictionary;

    /** @param dictionary normalized words, in all their inflected forms */
    CompoundSplitter(Set<String> dictionary) {
        this.dictionary = dictionary;
    }

    /** Returns the parts in their order; an empty list when the word is no compound. */
    List<String> split(String exact) {
        var length = exact.length();
        if (length < MIN_COMPOUND || length > MAX_COMPOUND) {
            return List.of();
        }
        var costs = new double[length + 1];
        var partStart = new int[length + 1];
        var partEnd = new int[length + 1];
        for (var end = 1; end <= length; end++) {
            costs[end] = IMPOSSIBLE;
            for (var start = 0; start + 3 <= end; start++) {
                if (costs[start] < IMPOSSIBLE) {
                    addPart(exact, start, end, costs, partStart, partEnd);
                }
            }
        }
        return costs[length] >= IMPOSSIBLE ? List.of() : chain(exact, partStart, partEnd);
    }

    private void addPart(String exact, int start, int end, double[] costs, int[] partStart, int[] partEnd) {
        var isLast = end == exact.length();
        if (start == 0 && isLast) {
            return; // the whole word is no part of itself
        }
        for (var link : isLast ? List.of("") : LINKS) {
            var wordEnd = end - link.length();
            var costBefore = costs[start] + (link.isEmpty() ? 0 : LINK_COST);
            if (wordEnd - start >= 3 && exact.startsWith(link, wordEnd) && costBefore + PART_COST < costs[end]) {
                var cost = costBefore + cost(exact, start, wordEnd);
                if (cost < costs[end]) {
                    costs[end] = cost;
                    partStart[end] = start;
                    partEnd[end] = wordEnd;
                }
            }
        }
    }

    private double cost(String exact, int start, int end) {
        var part = exact.substring(start, end);
        if (part.length() < MIN_PART) {
            return SHORT_WORDS.contains(part) ? PART_COST + 2 * SHORT_PART_COST : IMPOSSIBLE;
        }
        if (dictionary.contains(part) || end == exact.length() && isInflected(part)) {
            return PART_COST + (end - start == MIN_PART ? SHORT_PART_COST : 0);
        }
        return IMPOSSIBLE;
    }

    private boolean isInflected(String part) {
        return ENDINGS.stream().anyMatch(ending -> part.endsWith(ending) && part.length() - ending.length() > MIN_PART
                && dictionary.contains(part.substring(0, part.length() - ending.length())));
    }

    private static List<String> chain(String exact, int[] partStart, int[] partEnd) {
        var parts = new ArrayDeque<String>();
        for (var end = exact.length(); end > 0; end = partStart[end]) {
            parts.addFirst(exact.substring(partStart[end], partEnd[end]));
        }
        return parts.size() < 2 ? List.of() : List.copyOf(parts);
    }
}
