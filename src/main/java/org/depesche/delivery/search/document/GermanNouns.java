package org.depesche.delivery.search.document;

import java.util.List;
import java.util.stream.Stream;

import org.depesche.delivery.search.language.AnalyzedWord;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.language.WordTokenizer;

/**
 * Finds nouns in German text by their capital letter. The first word of a sentence is skipped because its capital tells
 * nothing.
 */
final class GermanNouns {

    private GermanNouns() {
    }

    static List<AnalyzedWord> of(String language, String text, WordAnalyzers languages) {
        return WordAnalyzers.analyzerLanguage(language).equals("de")
                ? WordTokenizer.tokenize(text).stream().filter(word -> isNoun(word, text))
                        .map(word -> languages.analyze(language, word))
                        .toList()
                : List.of();
    }

    static Stream<String> terms(AnalyzedWord word) {
        return Stream.concat(word.stems().stream(), word.parts().stream()).distinct();
    }

    private static boolean isNoun(Word word, String text) {
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
