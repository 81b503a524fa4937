package org.depesche.delivery.search.language;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Analyzes words by the language of their text: German, English, or the plain rules for any other language. */
public final class WordAnalyzers {

    /**
     * The languages with different analyzers, as language tags; the empty one stands for all other languages. A query is
     * analyzed in each of them, because it does not name its language.
     */
    public static final List<String> LANGUAGES = List.of("de", "en", "");
    /**
     * 65,536 cached German words, and 16,384 of each other analyzer. A newsroom's texts repeat few words often, so that most
     * words are found in the cache.
     */
    private static final int GERMAN_BITS = 16;
    private static final int OTHER_BITS = 14;

    private final CachedAnalyzer german;
    private final CachedAnalyzer english = new CachedAnalyzer(new EnglishWordAnalyzer(), OTHER_BITS);
    private final CachedAnalyzer other = new CachedAnalyzer(new PlainWordAnalyzer(), OTHER_BITS);

    private WordAnalyzers(WordAnalyzer german) {
        this.german = new CachedAnalyzer(german, GERMAN_BITS);
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
        var words = new ArrayList<AnalyzedWord>();
        analyze(language, text, (word, analyzed) -> words.add(analyzed));
        return words;
    }

    /** The same words, each together with its place in the text. */
    public void analyze(String language, String text, BiConsumer<Word, AnalyzedWord> action) {
        var analyzer = analyzer(language);
        WordTokenizer.iterate(text).forEachRemaining(word -> action.accept(word, analyzer.analyze(word)));
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

    private record CachedAnalyzer(WordAnalyzer forms, WordCache known) {

        private CachedAnalyzer(WordAnalyzer forms, int bits) {
            this(forms, new WordCache(bits));
        }

        private AnalyzedWord analyze(Word word) {
            return known.get(word.text(), text -> forms.analyze(word));
        }
    }
}
