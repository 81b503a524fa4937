package org.depesche.delivery.search.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Analyzes words of a language without rules of its own: lower case, no accents, and each part of a hyphenated word. */
class PlainWordAnalyzer implements WordAnalyzer {

    @Override
    public final AnalyzedWord analyze(Word word) {
        var exact = new LinkedHashSet<String>();
        var stems = new LinkedHashSet<String>();
        var parts = new LinkedHashSet<String>();
        var pieces = word.pieces();
        for (var piece : pieces) {
            var form = SpellingNormalizer.normalize(piece);
            if (!form.isEmpty()) {
                exact.add(form);
                if (!stopWords().contains(form) || pieces.size() > 1) {
                    addStemAndParts(piece, form, stems, parts);
                }
            }
        }
        if (pieces.size() > 1) {
            var joined = SpellingNormalizer.normalize(word.joined());
            exact.add(joined);
            stems.add(stem(joined));
        }
        return new AnalyzedWord(List.copyOf(exact), List.copyOf(stems), List.copyOf(parts));
    }

    private void addStemAndParts(String piece, String form, Set<String> stems, Set<String> parts) {
        var stem = SpellingNormalizer.isAbbreviation(piece) ? SpellingNormalizer.foldUmlauts(form) : stem(form);
        stems.add(stem);
        var subparts = SpellingNormalizer.isAbbreviation(piece) ? List.<String> of() : parts(piece, form);
        if (subparts.isEmpty()) {
            parts.add(stem);
        }
        subparts.forEach(part -> parts.add(stem(part)));
    }

    Set<String> stopWords() {
        return Set.of();
    }

    String stem(String exact) {
        return SpellingNormalizer.foldUmlauts(exact);
    }

    /** The normalized parts of a hyphen part, empty when it has no parts. Subclasses also split compounds. */
    List<String> parts(String piece, String exact) {
        return splitCamelCase(piece);
    }

    /** Splits {@code eGovernment}: a capital inside a word begins another part. */
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
