package org.depesche.content.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds which of the blocks that came are changed forms of blocks that went: in order, of one type, with words in common. */
final class BlockMatcher {

    /** More comparisons are not worth their time: then the first is taken for the changed first. */
    private static final int MAX_COMPARISONS = 10_000;
    /** Two blocks with fewer words in common, of all they have, are two blocks. */
    private static final double MIN_OVERLAP = 0.3;

    private BlockMatcher() {
    }

    /** One for each block that came, in order. */
    static List<Pair> match(List<JsonNode> before, List<JsonNode> after) {
        if (before.isEmpty() || after.isEmpty() || (long) before.size() * after.size() > MAX_COMPARISONS) {
            return matchInOrder(before, after);
        }
        var likeness = similarities(before, after);
        var best = new double[before.size() + 1][after.size() + 1];
        for (var i = before.size() - 1; i >= 0; i--) {
            for (var j = after.size() - 1; j >= 0; j--) {
                best[i][j] = Math.max(Math.max(best[i + 1][j], best[i][j + 1]), best[i + 1][j + 1] + likeness[i][j]);
            }
        }
        return backtrack(likeness, best);
    }

    private static List<Pair> backtrack(double[][] likeness, double[][] best) {
        var pairs = new ArrayList<Pair>();
        var i = 0;
        for (var j = 0; j < likeness[0].length; j++) {
            while (i < likeness.length && best[i + 1][j] == best[i][j]) {
                i++;
            }
            var isPair = i < likeness.length && likeness[i][j] > 0 && best[i][j] == best[i + 1][j + 1] + likeness[i][j];
            pairs.add(new Pair(i, j, !isPair));
            i += isPair ? 1 : 0;
        }
        return List.copyOf(shiftInsertionsLate(pairs));
    }

    /** What went is told as late as possible: beside what came in its place. */
    private static List<Pair> shiftInsertionsLate(List<Pair> pairs) {
        var told = new ArrayList<Pair>();
        var reached = 0;
        for (var pair : pairs) {
            told.add(pair.isNew() ? new Pair(reached, pair.after(), true) : pair);
            reached = pair.isNew() ? reached : pair.before() + 1;
        }
        return told;
    }

    private static List<Pair> matchInOrder(List<JsonNode> before, List<JsonNode> after) {
        var pairs = new ArrayList<Pair>();
        for (var j = 0; j < after.size(); j++) {
            var isPair = j < before.size() && isSameType(before.get(j), after.get(j));
            pairs.add(new Pair(Math.min(j, before.size()), j, !isPair));
        }
        return pairs;
    }

    private static double[][] similarities(List<JsonNode> before, List<JsonNode> after) {
        var was = before.stream().map(BlockMatcher::words).toList();
        var is = after.stream().map(BlockMatcher::words).toList();
        var likeness = new double[before.size()][after.size()];
        for (var i = 0; i < before.size(); i++) {
            for (var j = 0; j < after.size(); j++) {
                likeness[i][j] = isSameType(before.get(i), after.get(j)) ? wordOverlap(was.get(i), is.get(j)) : 0;
            }
        }
        return likeness;
    }

    private static boolean isSameType(JsonNode before, JsonNode after) {
        return before.isObject() && after.isObject() && before.path("type").equals(after.path("type"));
    }

    /** Of what it says, not of what its members are called. */
    private static Set<String> words(JsonNode block) {
        var words = new HashSet<String>();
        if (block.isTextual()) {
            words.addAll(Arrays.asList(block.textValue().split("[^\\p{L}\\p{N}]+")));
        }
        block.properties().stream().filter(member -> !member.getKey().equals("type"))
                .forEach(member -> words.addAll(words(member.getValue())));
        if (block.isArray()) {
            block.forEach(part -> words.addAll(words(part)));
        }
        return words;
    }

    private static double wordOverlap(Set<String> one, Set<String> other) {
        var common = new HashSet<>(one);
        common.retainAll(other);
        var share = (double) common.size() / Math.max(1, Math.max(one.size(), other.size()));
        return share < MIN_OVERLAP ? 0 : share;
    }

    /**
     * @param before how many of those that went come before it; its own number where it is one of them
     * @param after its number among those that came
     */
    record Pair(int before, int after, boolean isNew) {
    }
}
