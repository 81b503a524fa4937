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
import org.depesche.delivery.search.document.ArticleField;
import org.depesche.delivery.search.document.ArticleTerms;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.index.SearchResult.StoredText;
import org.depesche.delivery.search.language.AnalyzedWord;
import org.depesche.delivery.search.language.MatchLevel;
import org.depesche.delivery.search.language.WordAnalyzers;

/** Turns articles into what Lucene keeps, and back. */
final class LuceneDocumentMapper {

    private static final FieldType WITH_POSITIONS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType WITH_FREQUENCIES = type(IndexOptions.DOCS_AND_FREQS);

    private final WordAnalyzers languages;

    LuceneDocumentMapper(WordAnalyzers languages) {
        this.languages = languages;
    }

    Document toDocument(ArticleText article) {
        var terms = ArticleTerms.of(article, languages);
        var document = new Document();
        document.add(new StringField(IndexFields.ID, LuceneFieldValues.id(article.id()), Field.Store.YES));
        document.add(new SortedDocValuesField(LuceneFieldValues.ID_ORDER, LuceneFieldValues.id(article.id())));
        document.add(new LongField(IndexFields.PUBLISHED, article.publishedAt().getEpochSecond(), Field.Store.NO));
        article.lists().forEach(list -> {
            document.add(new StringField(IndexFields.LIST, LuceneFieldValues.list(list), Field.Store.NO));
            document.add(new SortedSetDocValuesField(IndexFields.LIST, LuceneFieldValues.list(list)));
        });
        store(document, terms.storedText());
        index(document, terms);
        terms.nouns().forEach(noun -> document.add(new StringField(IndexFields.NOUNS, noun, Field.Store.NO)));
        document.add(new BinaryDocValuesField(IndexFields.MIN_HASH, new BytesRef(terms.minHash().bytes())));
        return document;
    }

    private static void index(Document document, ArticleTerms terms) {
        var all = terms.all();
        for (var level : MatchLevel.values()) {
            for (var section : ArticleField.values()) {
                add(document, section.field(level), terms.words(section), level,
                        level == MatchLevel.PART ? WITH_FREQUENCIES : WITH_POSITIONS);
            }
            add(document, IndexFields.all(level), all, level, WITH_FREQUENCIES);
        }
    }

    private static void store(Document document, StoredText wording) {
        document.add(new StoredField(LuceneFieldValues.LANGUAGE, wording.language()));
        document.add(new StoredField(LuceneFieldValues.KICKER, wording.kicker()));
        document.add(new StoredField(LuceneFieldValues.HEADLINE, wording.headline()));
        document.add(new StoredField(LuceneFieldValues.TEASER, wording.teaser()));
        document.add(new StoredField(LuceneFieldValues.BODY, wording.body()));
    }

    static StoredText storedText(Document stored) {
        return new StoredText(stored.get(LuceneFieldValues.LANGUAGE), stored.get(LuceneFieldValues.KICKER),
                stored.get(LuceneFieldValues.HEADLINE),
                stored.get(LuceneFieldValues.TEASER), stored.get(LuceneFieldValues.BODY));
    }

    private static void add(Document document, String field, List<AnalyzedWord> words, MatchLevel level, FieldType type) {
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
