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

/** Turns articles into what the cluster keeps, and back. */
final class OpenSearchDocumentMapper {

    /** Between forms of one word; words are divided by spaces. Neither is ever part of a form. */
    static final String SAME_WORD = "|";
    static final String WORDING = "wording";
    private static final String LANGUAGE = "language";
    private static final String KICKER = "kicker";
    private static final String HEADLINE = "headline";
    private static final String TEASER = "teaser";
    private static final String BODY = "body";

    private final WordAnalyzers languages;

    OpenSearchDocumentMapper(WordAnalyzers languages) {
        this.languages = languages;
    }

    ObjectNode toDocument(ArticleText article) {
        var terms = ArticleTerms.of(article, languages);
        var document = JsonNodeFactory.instance.objectNode().put(IndexFields.ID, article.id().toString())
                .put(IndexFields.PUBLISHED, article.publishedAt().toString());
        var lists = document.putArray(IndexFields.LIST);
        article.lists().forEach(list -> lists.add(OpenSearchFieldValues.list(list)));
        for (var section : ArticleField.values()) {
            for (var level : MatchLevel.values()) {
                document.put(section.field(level), text(terms.words(section), level));
            }
        }
        document.put(IndexFields.NOUNS, String.join(" ", terms.nouns()));
        document.put(IndexFields.MIN_HASH, Base64.getEncoder().encodeToString(terms.minHash().bytes()));
        document.set(WORDING, storedText(terms.storedText()));
        return document;
    }

    private static String text(List<AnalyzedWord> words, MatchLevel level) {
        return words.stream().map(word -> word.at(level)).filter(forms -> !forms.isEmpty())
                .map(forms -> String.join(SAME_WORD, forms)).collect(Collectors.joining(" "));
    }

    private static ObjectNode storedText(StoredText wording) {
        return JsonNodeFactory.instance.objectNode().put(LANGUAGE, wording.language()).put(KICKER, wording.kicker())
                .put(HEADLINE, wording.headline()).put(TEASER, wording.teaser()).put(BODY, wording.body());
    }

    /** Of what the cluster gave back. */
    static StoredText storedText(JsonNode document) {
        var wording = document.path(WORDING);
        return new StoredText(wording.path(LANGUAGE).asText(), wording.path(KICKER).asText(), wording.path(HEADLINE).asText(),
                wording.path(TEASER).asText(), wording.path(BODY).asText());
    }
}
