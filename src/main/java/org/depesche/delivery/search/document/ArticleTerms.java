package org.depesche.delivery.search.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.depesche.content.article.ArticleText;
import org.depesche.delivery.search.index.SearchResult.StoredText;
import org.depesche.delivery.search.language.AnalyzedWord;
import org.depesche.delivery.search.language.WordAnalyzers;

/**
 * An article taken apart into what an index keeps of it.
 *
 * @param words of each section, in their order
 * @param nouns stems and parts of nouns, each once
 * @param wording to be shown, as it was read
 */
public record ArticleTerms(Map<ArticleField, List<AnalyzedWord>> words, List<String> nouns, MinHash minHash,
        StoredText storedText) {

    /** A book is found by its beginning. */
    private static final int MAX_TEXT_LENGTH = 200_000;

    public ArticleTerms {
        words = Map.copyOf(words);
        nouns = List.copyOf(nouns);
    }

    public static ArticleTerms of(ArticleText article, WordAnalyzers languages) {
        var words = new EnumMap<ArticleField, List<AnalyzedWord>>(ArticleField.class);
        for (var section : ArticleField.values()) {
            words.put(section, languages.analyze(article.language(), cut(section.of(article))));
        }
        var body = cut(article.body());
        var nouns = GermanNouns.of(article.language(), body, languages).stream().flatMap(GermanNouns::forms).distinct()
                .toList();
        return new ArticleTerms(words, nouns, MinHash.of(all(words)),
                new StoredText(article.language(), article.kicker(), article.headline(), article.teaser(), body));
    }

    public List<AnalyzedWord> words(ArticleField section) {
        return words.getOrDefault(section, List.of());
    }

    /** Those of all sections, one after the other. */
    public List<AnalyzedWord> all() {
        return all(words);
    }

    private static List<AnalyzedWord> all(Map<ArticleField, List<AnalyzedWord>> words) {
        var all = new ArrayList<AnalyzedWord>();
        for (var section : ArticleField.values()) {
            all.addAll(words.get(section));
        }
        return all;
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT_LENGTH ? text : text.substring(0, MAX_TEXT_LENGTH);
    }
}
