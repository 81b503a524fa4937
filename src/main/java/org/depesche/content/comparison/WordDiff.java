package org.depesche.content.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.depesche.content.comparison.RevisionDiff.Piece;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Compares texts word by word. The comparison of long texts is slow, so each text has a maximum length, and all texts
 * together have ten times that length.
 */
final class WordDiff {

    private static final Pattern WORD = Pattern.compile("\\s+|[^\\s<>]+|<[^<>]*>|[<>]");

    private final int maxLength;
    private int remaining;

    WordDiff(int maxLength) {
        this.maxLength = maxLength;
        this.remaining = maxLength * 10;
    }

    /** Returns the pieces of both texts. Empty if a value is no text, or is too long. */
    List<Piece> compare(JsonNode before, JsonNode after) {
        if (!before.isTextual() || !after.isTextual()) {
            return List.of();
        }
        var length = Math.max(before.textValue().length(), after.textValue().length());
        if (length > maxLength || length > remaining) {
            return List.of();
        }
        remaining -= length;
        return diffWords(words(before.textValue()), words(after.textValue()));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(match -> match.group()).toList();
    }

    private static List<Piece> diffWords(List<String> before, List<String> after) {
        var pieces = new ArrayList<Piece>();
        var processed = 0;
        for (var hunk : Hunk.between(before, after)) {
            add(pieces, "same", before.subList(processed, hunk.beforeStart()));
            add(pieces, "removed", hunk.removed());
            add(pieces, "added", hunk.added());
            processed = hunk.beforeEnd();
        }
        add(pieces, "same", before.subList(processed, before.size()));
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, String kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }
}
