package org.depesche.delivery.search.language;

import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** The forms of words by the language of their text: German, English, and what can be said of any other. */
public final class Languages {

    /** A newsroom's texts say few words often: most are found here. */
    private static final int REMEMBERED = 100_000;

    private final WordForms german;
    private final WordForms english = new EnglishForms();
    private final WordForms other = new PlainForms();
    private final Cache<Asked, Forms> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private Languages(WordForms german) {
        this.german = german;
    }

    /** With the dictionary that comes with the service. */
    public static Languages shipped() {
        return new Languages(new GermanForms(new Compounds(Dictionary.shipped())));
    }

    /** @param language a language tag (BCP 47) */
    public Forms forms(String language, Word word) {
        var tongue = tongue(language);
        return known.get(new Asked(tongue, word.written()), asked -> forms(asked.tongue()).of(word));
    }

    /** What a text in that language is indexed and looked for by, word by word. */
    public List<Forms> forms(String language, String text) {
        return Words.of(text).stream().map(word -> forms(language, word)).toList();
    }

    /** Those that are told apart, as language tags. */
    public static String tongue(String language) {
        var tag = language.length() > 2 && language.charAt(2) == '-' ? language.substring(0, 2) : language;
        return tag.equals("de") || tag.equals("en") ? tag : "";
    }

    private WordForms forms(String tongue) {
        return switch (tongue) {
            case "de" -> german;
            case "en" -> english;
            default -> other;
        };
    }

    private record Asked(String tongue, String written) {
    }
}
