package org.depesche.delivery.search.lucene;

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
import org.apache.lucene.util.BytesRef;
import org.depesche.content.article.ArticleText;
import org.depesche.delivery.search.Found.Wording;
import org.depesche.delivery.search.language.Forms;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.language.Level;
import org.depesche.delivery.search.query.ArticleTerms;
import org.depesche.delivery.search.query.Fields;
import org.depesche.delivery.search.query.Section;

/** Turns articles into what Lucene keeps, and back. */
final class Documents {

    private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS);

    private final Languages languages;

    Documents(Languages languages) {
        this.languages = languages;
    }

    Document of(ArticleText article) {
        var terms = ArticleTerms.of(article, languages);
        var document = new Document();
        document.add(new StringField(Fields.ID, Values.id(article.id()), Field.Store.YES));
        document.add(new SortedDocValuesField(Values.ID_ORDER, Values.id(article.id())));
        document.add(new LongField(Fields.PUBLISHED, article.publishedAt().getEpochSecond(), Field.Store.NO));
        article.lists().forEach(list -> {
            document.add(new StringField(Fields.LIST, Values.list(list), Field.Store.NO));
            document.add(new SortedSetDocValuesField(Fields.LIST, Values.list(list)));
        });
        store(document, terms.wording());
        index(document, terms);
        terms.nouns().forEach(noun -> document.add(new StringField(Fields.NOUNS, noun, Field.Store.NO)));
        document.add(new BinaryDocValuesField(Fields.SKETCH, new BytesRef(terms.sketch().bytes())));
        return document;
    }

    private static void index(Document document, ArticleTerms terms) {
        var all = terms.all();
        for (var level : Level.values()) {
            for (var section : Section.values()) {
                add(document, section.field(level), terms.words(section), level, level == Level.PART ? COUNTED : PLACED);
            }
            add(document, Fields.all(level), all, level, COUNTED);
        }
    }

    private static void store(Document document, Wording wording) {
        document.add(new StoredField(Values.LANGUAGE, wording.language()));
        document.add(new StoredField(Values.KICKER, wording.kicker()));
        document.add(new StoredField(Values.HEADLINE, wording.headline()));
        document.add(new StoredField(Values.TEASER, wording.teaser()));
        document.add(new StoredField(Values.BODY, wording.body()));
    }

    static Wording wording(Document stored) {
        return new Wording(stored.get(Values.LANGUAGE), stored.get(Values.KICKER), stored.get(Values.HEADLINE),
                stored.get(Values.TEASER), stored.get(Values.BODY));
    }

    private static void add(Document document, String field, List<Forms> words, Level level, FieldType type) {
        if (!words.isEmpty()) {
            document.add(new Field(field, new TermStream(words, level), type));
        }
    }

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.freeze();
        return type;
    }
}
