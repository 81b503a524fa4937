package org.depesche.delivery.search.document;

import java.util.List;
import java.util.stream.Stream;

import org.depesche.delivery.search.language.AnalyzedWord;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.language.WordTokenizer;

/** German writes nouns and names with a capital; at the beginning of a sentence that says nothing. */
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

    static Stream<String> forms(AnalyzedWord forms) {
        return Stream.concat(forms.stems().stream(), forms.parts().stream()).distinct();
    }

    private static boolean isNoun(Word word, String text) {
        if (!Character.isUpperCase(word.text().charAt(0))) {
            return false;
        }
        var before = word.start() - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before)) && text.charAt(before) != '\n') {
            before--;
        }
        return before >= 0 && (Character.isLetterOrDigit(text.charAt(before)) || text.charAt(before) == ',');
    }
}
