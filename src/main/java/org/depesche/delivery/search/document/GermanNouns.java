package org.depesche.delivery.search.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.depesche.delivery.search.language.AnalyzedWord;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.WordAnalyzers;

/**
 * Collects the nouns of a German text, which it finds by their capital letter. The first word of a sentence is skipped because
 * its capital tells nothing.
 */
final class GermanNouns {

    private final String text;
    private final boolean isGerman;
    private final Set<String> terms = new LinkedHashSet<>();

    GermanNouns(String language, String text) {
        this.text = text;
        this.isGerman = WordAnalyzers.analyzerLanguage(language).equals("de");
    }

    /** Adds a word of the text if it is a noun. */
    void add(Word word, AnalyzedWord analyzed) {
        if (isGerman && isNoun(word)) {
            terms.addAll(analyzed.stems());
            terms.addAll(analyzed.parts());
        }
    }

    /** Stems and parts of the nouns, each once. */
    List<String> terms() {
        return List.copyOf(terms);
    }

    private boolean isNoun(Word word) {
        if (!Character.isUpperCase(word.text().charAt(0))) {
            return false;
        }
        var preceding = word.start() - 1;
        while (preceding >= 0 && Character.isWhitespace(text.charAt(preceding)) && text.charAt(preceding) != '\n') {
            preceding--;
        }
        return preceding >= 0 && (Character.isLetterOrDigit(text.charAt(preceding)) || text.charAt(preceding) == ',');
    }
}
