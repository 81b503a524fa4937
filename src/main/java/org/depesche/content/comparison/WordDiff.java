package org.depesche.content.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.depesche.content.comparison.RevisionDiff.Piece;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares texts word by word. Spent on long texts it takes long, so there is a limit for each and ten times that for all. */
final class WordDiff {

    private static final Pattern WORD = Pattern.compile("\\s+|[^\\s<>]+|<[^<>]*>|[<>]");

    private final int maxLength;
    private int remaining;

    WordDiff(int longest) {
        this.maxLength = longest;
        this.remaining = longest * 10;
    }

    /** Nothing for what is no text, or too long a one. */
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
        var done = 0;
        for (var hunk : Hunk.between(before, after)) {
            add(pieces, "same", before.subList(done, hunk.beforeStart()));
            add(pieces, "removed", hunk.removed());
            add(pieces, "added", hunk.added());
            done = hunk.beforeEnd();
        }
        add(pieces, "same", before.subList(done, before.size()));
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, String kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }
}
