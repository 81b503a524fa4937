package org.depesche.delivery.search.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A language we know nothing of: small letters, no accents, and each piece of what hyphens join. */
class PlainForms implements WordForms {

    @Override
    public final Forms of(Word word) {
        var exact = new LinkedHashSet<String>();
        var stems = new LinkedHashSet<String>();
        var parts = new LinkedHashSet<String>();
        var pieces = pieces(word);
        for (var piece : pieces) {
            var form = Spelling.exact(piece);
            if (!form.isEmpty()) {
                exact.add(form);
                if (!stopWords().contains(form) || pieces.size() > 1) {
                    add(piece, form, stems, parts);
                }
            }
        }
        if (pieces.size() > 1) {
            var whole = Spelling.exact(word.joined());
            exact.add(whole);
            stems.add(stem(whole));
        }
        return new Forms(List.copyOf(exact), List.copyOf(stems), List.copyOf(parts));
    }

    private void add(String piece, String form, Set<String> stems, Set<String> parts) {
        var stem = Spelling.isAbbreviation(piece) ? Spelling.folded(form) : stem(form);
        stems.add(stem);
        var more = Spelling.isAbbreviation(piece) ? List.<String> of() : parts(piece, form);
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
        return Spelling.folded(exact);
    }

    /** Exact forms of what a piece is made of; empty where it is whole. */
    List<String> parts(String piece, String exact) {
        return humps(piece);
    }

    /** {@code eGovernment}: a capital inside a word begins another one. */
    private static List<String> humps(String piece) {
        var humps = new ArrayList<String>();
        var from = 0;
        for (var i = 1; i <= piece.length(); i++) {
            if (i == piece.length() || Character.isUpperCase(piece.charAt(i)) && Character.isLowerCase(piece.charAt(i - 1))) {
                if (i - from > 2) {
                    humps.add(Spelling.exact(piece.substring(from, i)));
                }
                from = i;
            }
        }
        return humps.size() == 1 && humps.get(0).length() == Spelling.exact(piece).length() ? List.of() : humps;
    }
}
