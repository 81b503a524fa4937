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
 * An analyzed article, as a backend indexes it.
 * @param words the words of each field, in their order
 * @param nouns stems and parts of German nouns, each once
 * @param minHash the signature for near-duplicate detection
 * @param storedText the texts that highlighting and similarity read back from the index
 */
public record ArticleTerms(Map<ArticleField, List<AnalyzedWord>> words, List<String> nouns, MinHash minHash,
        StoredText storedText) {

    /** A text of a book's length is indexed up to this number of characters only. */
    private static final int MAX_TEXT_LENGTH = 200_000;

    public ArticleTerms {
        words = Map.copyOf(words);
        nouns = List.copyOf(nouns);
    }

    /** Analyzes an article. */
    public static ArticleTerms of(ArticleText article, WordAnalyzers analyzers) {
        var words = new EnumMap<ArticleField, List<AnalyzedWord>>(ArticleField.class);
        for (var field : ArticleField.values()) {
            if (field != ArticleField.BODY) {
                words.put(field, analyzers.analyze(article.language(), truncate(field.textOf(article))));
            }
        }
        var body = truncate(article.body());
        var bodyWords = new ArrayList<AnalyzedWord>();
        var nouns = new GermanNouns(article.language(), body);
        analyzers.analyze(article.language(), body, (word, analyzed) -> {
            bodyWords.add(analyzed);
            nouns.add(word, analyzed);
        });
        words.put(ArticleField.BODY, bodyWords);
        return new ArticleTerms(words, nouns.terms(), MinHash.of(wordsOf(words)),
                new StoredText(article.language(), article.kicker(), article.headline(), article.teaser(), body));
    }

    /** The words of one field. */
    public List<AnalyzedWord> words(ArticleField field) {
        return words.getOrDefault(field, List.of());
    }

    /** The words of all fields, field by field. */
    public List<AnalyzedWord> all() {
        return wordsOf(words);
    }

    private static List<AnalyzedWord> wordsOf(Map<ArticleField, List<AnalyzedWord>> words) {
        var all = new ArrayList<AnalyzedWord>();
        for (var field : ArticleField.values()) {
            all.addAll(words.get(field));
        }
        return all;
    }

    private static String truncate(String text) {
        return text.length() <= MAX_TEXT_LENGTH ? text : text.substring(0, MAX_TEXT_LENGTH);
    }
}
