package org.depesche.delivery.search.language;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Analyzes words by the language of their text: German, English, or the plain rules for any other language. */
public final class WordAnalyzers {

    /** The cached German words. A newsroom's texts repeat few words often, so that most words are found in the cache. */
    private static final int MAX_GERMAN = 60_000;
    private static final int MAX_OTHER = 20_000;

    private final CachedAnalyzer german;
    private final CachedAnalyzer english = new CachedAnalyzer(new EnglishWordAnalyzer(), MAX_OTHER);
    private final CachedAnalyzer other = new CachedAnalyzer(new PlainWordAnalyzer(), MAX_OTHER);

    private WordAnalyzers(WordAnalyzer german) {
        this.german = new CachedAnalyzer(german, MAX_GERMAN);
    }

    /**
     * Creates analyzers with the German dictionary of the service, which is read in the background: nothing waits for it before
     * the first German word.
     */
    public static WordAnalyzers withBundledDictionary() {
        var analyzer = CompletableFuture
                .supplyAsync(() -> new GermanWordAnalyzer(new CompoundSplitter(GermanDictionary.load())));
        return new WordAnalyzers(word -> analyzer.join().analyze(word));
    }

    /** @param language a language tag (BCP 47) */
    public AnalyzedWord analyze(String language, Word word) {
        return analyzer(language).analyze(word);
    }

    /**
     * Analyzes each word of a text, for the index and for a query alike.
     * @param language a language tag (BCP 47)
     */
    public List<AnalyzedWord> analyze(String language, String text) {
        var analyzer = analyzer(language);
        var words = new ArrayList<AnalyzedWord>();
        WordTokenizer.iterate(text).forEachRemaining(word -> words.add(analyzer.analyze(word)));
        return words;
    }

    /** The language whose analyzer is used, as a language tag; empty when the plain rules apply. */
    public static String analyzerLanguage(String language) {
        var tag = language.length() > 2 && language.charAt(2) == '-' ? language.substring(0, 2) : language;
        return tag.equals("de") || tag.equals("en") ? tag : "";
    }

    private CachedAnalyzer analyzer(String language) {
        return switch (analyzerLanguage(language)) {
            case "de" -> german;
            case "en" -> english;
            default -> other;
        };
    }

    private record CachedAnalyzer(WordAnalyzer forms, Cache<String, AnalyzedWord> known) {

        private CachedAnalyzer(WordAnalyzer forms, int maximumSize) {
            this(forms, Caffeine.newBuilder().maximumSize(maximumSize).build());
        }

        private AnalyzedWord analyze(Word word) {
            return known.get(word.text(), text -> forms.analyze(word));
        }
    }
}
