package org.depesche.delivery.search.language;

import java.util.ArrayList;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** The forms of words by the language of their text: German, English, and what can be said of any other. */
public final class WordAnalyzers {

    /** A newsroom's texts say few words often: most are found here. */
    private static final int MANY = 60_000;
    private static final int SOME = 20_000;

    private final CachedAnalyzer german;
    private final CachedAnalyzer english = new CachedAnalyzer(new EnglishWordAnalyzer(), SOME);
    private final CachedAnalyzer other = new CachedAnalyzer(new PlainWordAnalyzer(), SOME);

    private WordAnalyzers(WordAnalyzer german) {
        this.german = new CachedAnalyzer(german, MANY);
    }

    /** With the dictionary that comes with the service. */
    public static WordAnalyzers withBundledDictionary() {
        return new WordAnalyzers(new GermanWordAnalyzer(new CompoundSplitter(GermanDictionary.load())));
    }

    /** @param language a language tag (BCP 47) */
    public AnalyzedWord analyze(String language, Word word) {
        return in(language).of(word);
    }

    /** What a text in that language is indexed and looked for by, word by word. */
    public List<AnalyzedWord> analyze(String language, String text) {
        var known = in(language);
        var forms = new ArrayList<AnalyzedWord>();
        WordTokenizer.iterate(text).forEachRemaining(word -> forms.add(known.of(word)));
        return forms;
    }

    /** Those that are told apart, as language tags. */
    public static String analyzerLanguage(String language) {
        var tag = language.length() > 2 && language.charAt(2) == '-' ? language.substring(0, 2) : language;
        return tag.equals("de") || tag.equals("en") ? tag : "";
    }

    private CachedAnalyzer in(String language) {
        return switch (analyzerLanguage(language)) {
            case "de" -> german;
            case "en" -> english;
            default -> other;
        };
    }

    private record CachedAnalyzer(WordAnalyzer forms, Cache<String, AnalyzedWord> known) {

        private CachedAnalyzer(WordAnalyzer forms, int most) {
            this(forms, Caffeine.newBuilder().maximumSize(most).build());
        }

        private AnalyzedWord of(Word word) {
            return known.get(word.text(), unknown -> forms.analyze(word));
        }
    }
}
