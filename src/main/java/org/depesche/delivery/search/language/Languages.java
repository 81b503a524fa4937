package org.depesche.delivery.search.language;

import java.util.ArrayList;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** The forms of words by the language of their text: German, English, and what can be said of any other. */
public final class Languages {

    /** A newsroom's texts say few words often: most are found here. */
    private static final int MANY = 60_000;
    private static final int SOME = 20_000;

    private final Remembered german;
    private final Remembered english = new Remembered(new EnglishForms(), SOME);
    private final Remembered other = new Remembered(new PlainForms(), SOME);

    private Languages(WordForms german) {
        this.german = new Remembered(german, MANY);
    }

    /** With the dictionary that comes with the service. */
    public static Languages shipped() {
        return new Languages(new GermanForms(new Compounds(Dictionary.shipped())));
    }

    /** @param language a language tag (BCP 47) */
    public Forms forms(String language, Word word) {
        return in(language).of(word);
    }

    /** What a text in that language is indexed and looked for by, word by word. */
    public List<Forms> forms(String language, String text) {
        var known = in(language);
        var forms = new ArrayList<Forms>();
        Words.in(text).forEachRemaining(word -> forms.add(known.of(word)));
        return forms;
    }

    /** Those that are told apart, as language tags. */
    public static String tongue(String language) {
        var tag = language.length() > 2 && language.charAt(2) == '-' ? language.substring(0, 2) : language;
        return tag.equals("de") || tag.equals("en") ? tag : "";
    }

    private Remembered in(String language) {
        return switch (tongue(language)) {
            case "de" -> german;
            case "en" -> english;
            default -> other;
        };
    }

    private record Remembered(WordForms forms, Cache<String, Forms> known) {

        private Remembered(WordForms forms, int most) {
            this(forms, Caffeine.newBuilder().maximumSize(most).build());
        }

        private Forms of(Word word) {
            return known.get(word.written(), unknown -> forms.of(word));
        }
    }
}
