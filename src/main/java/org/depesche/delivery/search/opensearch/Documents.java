package org.depesche.delivery.search.opensearch;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import org.depesche.content.article.ArticleText;
import org.depesche.delivery.search.Found.Wording;
import org.depesche.delivery.search.language.Forms;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.language.Level;
import org.depesche.delivery.search.query.ArticleTerms;
import org.depesche.delivery.search.query.Fields;
import org.depesche.delivery.search.query.Section;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Turns articles into what the cluster keeps, and back. */
final class Documents {

    /** Between forms of one word; words are divided by spaces. Neither is ever part of a form. */
    static final String SAME_WORD = "|";
    static final String WORDING = "wording";
    private static final String LANGUAGE = "language";
    private static final String KICKER = "kicker";
    private static final String HEADLINE = "headline";
    private static final String TEASER = "teaser";
    private static final String BODY = "body";

    private final Languages languages;

    Documents(Languages languages) {
        this.languages = languages;
    }

    ObjectNode of(ArticleText article) {
        var terms = ArticleTerms.of(article, languages);
        var document = JsonNodeFactory.instance.objectNode().put(Fields.ID, article.id().toString())
                .put(Fields.PUBLISHED, article.publishedAt().toString());
        var lists = document.putArray(Fields.LIST);
        article.lists().forEach(list -> lists.add(Values.list(list)));
        for (var section : Section.values()) {
            for (var level : Level.values()) {
                document.put(section.field(level), text(terms.words(section), level));
            }
        }
        document.put(Fields.NOUNS, String.join(" ", terms.nouns()));
        document.put(Fields.SKETCH, Base64.getEncoder().encodeToString(terms.sketch().bytes()));
        document.set(WORDING, wording(terms.wording()));
        return document;
    }

    private static String text(List<Forms> words, Level level) {
        return words.stream().map(word -> word.at(level)).filter(forms -> !forms.isEmpty())
                .map(forms -> String.join(SAME_WORD, forms)).collect(Collectors.joining(" "));
    }

    private static ObjectNode wording(Wording wording) {
        return JsonNodeFactory.instance.objectNode().put(LANGUAGE, wording.language()).put(KICKER, wording.kicker())
                .put(HEADLINE, wording.headline()).put(TEASER, wording.teaser()).put(BODY, wording.body());
    }

    /** Of what the cluster gave back. */
    static Wording wording(JsonNode document) {
        var wording = document.path(WORDING);
        return new Wording(wording.path(LANGUAGE).asText(), wording.path(KICKER).asText(), wording.path(HEADLINE).asText(),
                wording.path(TEASER).asText(), wording.path(BODY).asText());
    }
}
