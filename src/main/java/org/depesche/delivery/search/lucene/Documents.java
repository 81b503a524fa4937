package org.depesche.delivery.search.lucene;

import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.depesche.content.article.ArticleText;
import org.depesche.delivery.search.Found.Wording;
import org.depesche.delivery.search.language.Forms;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.language.Level;

/** Turns articles into what Lucene keeps, and back. */
final class Documents {

    /** A book is found by its beginning. */
    private static final int LONGEST_TEXT = 200_000;

    private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS);

    private final Languages languages;

    Documents(Languages languages) {
        this.languages = languages;
    }

    Document of(ArticleText article) {
        var document = new Document();
        document.add(new StringField(Fields.ID, Fields.id(article.id()), Field.Store.YES));
        document.add(new SortedDocValuesField(Fields.ID_ORDER, Fields.id(article.id())));
        document.add(new LongField(Fields.PUBLISHED, article.publishedAt().getEpochSecond(), Field.Store.NO));
        article.lists().forEach(list -> {
            document.add(new StringField(Fields.LIST, Fields.list(list), Field.Store.NO));
            document.add(new SortedSetDocValuesField(Fields.LIST, Fields.list(list)));
        });
        store(document, article);
        var all = new ArrayList<Forms>();
        for (var section : Section.values()) {
            var words = languages.forms(article.language(), cut(section.of(article)));
            all.addAll(words);
            for (var level : Level.values()) {
                add(document, section.field(level), words, level, level == Level.PART ? COUNTED : PLACED);
            }
        }
        for (var level : Level.values()) {
            add(document, Fields.all(level), all, level, COUNTED);
        }
        Nouns.of(article.language(), cut(article.body()), languages).stream().flatMap(Nouns::forms).distinct()
                .forEach(noun -> document.add(new StringField(Fields.NOUNS, noun, Field.Store.NO)));
        document.add(new BinaryDocValuesField(Fields.SKETCH, Sketch.of(all).bytes()));
        return document;
    }

    private static void store(Document document, ArticleText article) {
        document.add(new StoredField(Fields.LANGUAGE, article.language()));
        document.add(new StoredField(Fields.KICKER, article.kicker()));
        document.add(new StoredField(Fields.HEADLINE, article.headline()));
        document.add(new StoredField(Fields.TEASER, article.teaser()));
        document.add(new StoredField(Fields.BODY, cut(article.body())));
    }

    static Wording wording(Document stored) {
        return new Wording(stored.get(Fields.LANGUAGE), stored.get(Fields.KICKER), stored.get(Fields.HEADLINE),
                stored.get(Fields.TEASER), stored.get(Fields.BODY));
    }

    private static void add(Document document, String field, List<Forms> words, Level level, FieldType type) {
        if (!words.isEmpty()) {
            document.add(new Field(field, new TermStream(words, level), type));
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.freeze();
        return type;
    }
}
