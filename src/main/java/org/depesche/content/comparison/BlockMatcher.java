package org.depesche.content.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Pairs removed blocks with added blocks: a pair is one changed block. Its blocks have the same type and common words, and the
 * pairs are in the order of both lists.
 */
final class BlockMatcher {

    /** Beyond this number of comparisons, blocks are paired by their index. */
    private static final int MAX_COMPARISONS = 10_000;
    /** The minimum share of common words in a pair. */
    private static final double MIN_OVERLAP = 0.3;

    private BlockMatcher() {
    }

    /** Returns one pair for each added block, in order. */
    static List<Pair> match(List<JsonNode> before, List<JsonNode> after) {
        if (before.isEmpty() || after.isEmpty() || (long) before.size() * after.size() > MAX_COMPARISONS) {
            return matchInOrder(before, after);
        }
        var similarities = similarities(before, after);
        var best = new double[before.size() + 1][after.size() + 1];
        for (var i = before.size() - 1; i >= 0; i--) {
            for (var j = after.size() - 1; j >= 0; j--) {
                best[i][j] = Math.max(Math.max(best[i + 1][j], best[i][j + 1]), best[i + 1][j + 1] + similarities[i][j]);
            }
        }
        return backtrack(similarities, best);
    }

    private static List<Pair> backtrack(double[][] similarities, double[][] best) {
        var pairs = new ArrayList<Pair>();
        var i = 0;
        for (var j = 0; j < similarities[0].length; j++) {
            while (i < similarities.length && best[i + 1][j] == best[i][j]) {
                i++;
            }
            var isPair = i < similarities.length && similarities[i][j] > 0
                    && best[i][j] == best[i + 1][j + 1] + similarities[i][j];
            pairs.add(new Pair(i, j, !isPair));
            i += isPair ? 1 : 0;
        }
        return List.copyOf(moveRemovalsLate(pairs));
    }

    /** Places each new block directly after the pair before it, so that removals follow as late as possible. */
    private static List<Pair> moveRemovalsLate(List<Pair> pairs) {
        var shifted = new ArrayList<Pair>();
        var position = 0;
        for (var pair : pairs) {
            shifted.add(pair.isNew() ? new Pair(position, pair.after(), true) : pair);
            position = pair.isNew() ? position : pair.before() + 1;
        }
        return shifted;
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
        var wordsBefore = before.stream().map(BlockMatcher::words).toList();
        var wordsAfter = after.stream().map(BlockMatcher::words).toList();
        var similarities = new double[before.size()][after.size()];
        for (var i = 0; i < before.size(); i++) {
            for (var j = 0; j < after.size(); j++) {
                similarities[i][j] = isSameType(before.get(i), after.get(j))
                        ? wordOverlap(wordsBefore.get(i), wordsAfter.get(j))
                        : 0;
            }
        }
        return similarities;
    }

    private static boolean isSameType(JsonNode before, JsonNode after) {
        return before.isObject() && after.isObject() && before.path("type").equals(after.path("type"));
    }

    /** Returns the words of the block's values, without the names of its members. */
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

    private static double wordOverlap(Set<String> before, Set<String> after) {
        var common = new HashSet<>(before);
        common.retainAll(after);
        var overlap = (double) common.size() / Math.max(1, Math.max(before.size(), after.size()));
        return overlap < MIN_OVERLAP ? 0 : overlap;
    }

    /**
     * A matched or new block.
     *
     * @param before the index in the removed blocks; for a new block, the number of removed blocks before it
     * @param after the index in the added blocks
     */
    record Pair(int before, int after, boolean isNew) {
    }
}
