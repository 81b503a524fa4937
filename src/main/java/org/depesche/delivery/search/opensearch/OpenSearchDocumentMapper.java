package org.depesche.delivery.search.opensearch;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import org.depesche.content.article.ArticleText;
import org.depesche.delivery.search.document.ArticleField;
import org.depesche.delivery.search.document.ArticleTerms;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.index.SearchResult.StoredText;
import org.depesche.delivery.search.language.AnalyzedWord;
import org.depesche.delivery.search.language.MatchLevel;
import org.depesche.delivery.search.language.WordAnalyzers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Maps articles to documents of the cluster, and documents to texts. */
final class OpenSearchDocumentMapper {

    /** Separates the terms of one word. Words are separated by spaces. No term contains either character. */
    static final String SAME_WORD = "|";
    static final String STORED_TEXT = "wording";
    private static final String LANGUAGE = "language";
    private static final String KICKER = "kicker";
    private static final String HEADLINE = "headline";
    private static final String TEASER = "teaser";
    private static final String BODY = "body";

    private final WordAnalyzers analyzers;

    OpenSearchDocumentMapper(WordAnalyzers analyzers) {
        this.analyzers = analyzers;
    }

    ObjectNode toDocument(ArticleText article) {
        var terms = ArticleTerms.of(article, analyzers);
        var document = JsonNodeFactory.instance.objectNode().put(IndexFields.ID, article.id().toString())
                .put(IndexFields.PUBLISHED, article.publishedAt().toString());
        var lists = document.putArray(IndexFields.LIST);
        article.lists().forEach(list -> lists.add(OpenSearchFieldValues.list(list)));
        for (var field : ArticleField.values()) {
            for (var level : MatchLevel.values()) {
                document.put(field.field(level), joinTerms(terms.words(field), level));
            }
        }
        document.put(IndexFields.NOUNS, String.join(" ", terms.nouns()));
        document.put(IndexFields.MIN_HASH, Base64.getEncoder().encodeToString(terms.minHash().bytes()));
        document.set(STORED_TEXT, storedText(terms.storedText()));
        return document;
    }

    private static String joinTerms(List<AnalyzedWord> words, MatchLevel level) {
        return words.stream().map(word -> word.terms(level)).filter(terms -> !terms.isEmpty())
                .map(terms -> String.join(SAME_WORD, terms)).collect(Collectors.joining(" "));
    }

    private static ObjectNode storedText(StoredText text) {
        return JsonNodeFactory.instance.objectNode().put(LANGUAGE, text.language()).put(KICKER, text.kicker())
                .put(HEADLINE, text.headline()).put(TEASER, text.teaser()).put(BODY, text.body());
    }

    /** The texts of a document that the cluster returned. */
    static StoredText storedText(JsonNode document) {
        var storedText = document.path(STORED_TEXT);
        return new StoredText(storedText.path(LANGUAGE).asText(), storedText.path(KICKER).asText(),
                storedText.path(HEADLINE).asText(),
                storedText.path(TEASER).asText(), storedText.path(BODY).asText());
    }
}
