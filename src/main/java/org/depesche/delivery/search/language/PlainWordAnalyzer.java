package org.depesche.delivery.search.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A language we know nothing of: small letters, no accents, and each piece of what hyphens join. */
class PlainWordAnalyzer implements WordAnalyzer {

    @Override
    public final AnalyzedWord analyze(Word word) {
        var exact = new LinkedHashSet<String>();
        var stems = new LinkedHashSet<String>();
        var parts = new LinkedHashSet<String>();
        var pieces = pieces(word);
        for (var piece : pieces) {
            var form = SpellingNormalizer.normalize(piece);
            if (!form.isEmpty()) {
                exact.add(form);
                if (!stopWords().contains(form) || pieces.size() > 1) {
                    add(piece, form, stems, parts);
                }
            }
        }
        if (pieces.size() > 1) {
            var whole = SpellingNormalizer.normalize(word.joined());
            exact.add(whole);
            stems.add(stem(whole));
        }
        return new AnalyzedWord(List.copyOf(exact), List.copyOf(stems), List.copyOf(parts));
    }

    private void add(String piece, String form, Set<String> stems, Set<String> parts) {
        var stem = SpellingNormalizer.isAbbreviation(piece) ? SpellingNormalizer.foldUmlauts(form) : stem(form);
        stems.add(stem);
        var more = SpellingNormalizer.isAbbreviation(piece) ? List.<String> of() : parts(piece, form);
        if (more.isEmpty()) {
            parts.add(stem);
        }
        more.forEach(part -> parts.add(stem(part)));
    }

    List<String> pieces(Word word) {
        return word.pieces();
    }

    Set<String> stopWords() {
        return Set.of();
    }

    String stem(String exact) {
        return SpellingNormalizer.foldUmlauts(exact);
    }

    /** Exact forms of what a piece is made of; empty where it is whole. */
    List<String> parts(String piece, String exact) {
        return splitCamelCase(piece);
    }

    /** {@code eGovernment}: a capital inside a word begins another one. */
    private static List<String> splitCamelCase(String piece) {
        var humps = new ArrayList<String>();
        var from = 0;
        for (var i = 1; i <= piece.length(); i++) {
            if (i == piece.length() || Character.isUpperCase(piece.charAt(i)) && Character.isLowerCase(piece.charAt(i - 1))) {
                if (i - from > 2) {
                    humps.add(SpellingNormalizer.normalize(piece.substring(from, i)));
                }
                from = i;
            }
        }
        return humps.size() == 1 && humps.get(0).length() == SpellingNormalizer.normalize(piece).length() ? List.of() : humps;
    }
}
