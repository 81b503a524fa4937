package org.depesche.delivery.search.query;

import java.util.List;
import java.util.stream.Stream;

import org.depesche.delivery.search.language.Forms;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.Words;

/** German writes nouns and names with a capital; at the beginning of a sentence that says nothing. */
final class Nouns {

    private Nouns() {
    }

    static List<Forms> of(String language, String text, Languages languages) {
        return Languages.tongue(language).equals("de")
                ? Words.of(text).stream().filter(word -> isNoun(word, text)).map(word -> languages.forms(language, word))
                        .toList()
                : List.of();
    }

    static Stream<String> forms(Forms forms) {
        return Stream.concat(forms.stems().stream(), forms.parts().stream()).distinct();
    }

    private static boolean isNoun(Word word, String text) {
        if (!Character.isUpperCase(word.written().charAt(0))) {
            return false;
        }
        var before = word.start() - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before)) && text.charAt(before) != '\n') {
            before--;
        }
        return before >= 0 && (Character.isLetterOrDigit(text.charAt(before)) || text.charAt(before) == ',');
    }
}
