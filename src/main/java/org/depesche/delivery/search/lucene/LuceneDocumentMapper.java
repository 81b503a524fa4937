package org.depesche.delivery.search.lucene;

import java.util.List;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.depesche.content.article.ArticleText;
import org.depesche.delivery.search.document.ArticleField;
import org.depesche.delivery.search.document.ArticleTerms;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.language.AnalyzedWord;
import org.depesche.delivery.search.language.MatchLevel;
import org.depesche.delivery.search.language.WordAnalyzers;

/** Maps articles to Lucene documents. */
final class LuceneDocumentMapper {

    private static final FieldType WITH_POSITIONS = fieldType(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType TERMS_ONLY = fieldType(IndexOptions.DOCS);
    private static final FieldType WITH_FREQUENCIES = fieldType(IndexOptions.DOCS_AND_FREQS);

    private final WordAnalyzers analyzers;

    LuceneDocumentMapper(WordAnalyzers analyzers) {
        this.analyzers = analyzers;
    }

    Document toDocument(ArticleText article) {
        var terms = ArticleTerms.of(article, analyzers);
        var document = new Document();
        document.add(new StringField(IndexFields.ID, LuceneFieldValues.id(article.id()), Field.Store.NO));
        document.add(new SortedDocValuesField(LuceneFieldValues.ID_ORDER, LuceneFieldValues.id(article.id())));
        document.add(new LongField(IndexFields.PUBLISHED, article.publishedAt().toEpochMilli(), Field.Store.NO));
        article.lists().forEach(list -> {
            document.add(new StringField(IndexFields.LIST, LuceneFieldValues.list(list), Field.Store.NO));
            document.add(new SortedSetDocValuesField(IndexFields.LIST, LuceneFieldValues.list(list)));
        });
        document.add(new BinaryDocValuesField(LuceneFieldValues.TEXT, StoredTextEncoding.encode(terms.storedText())));
        addTerms(document, terms);
        addNouns(document, terms.nouns());
        document.add(new BinaryDocValuesField(IndexFields.MIN_HASH, new BytesRef(terms.minHash().bytes())));
        return document;
    }

    private static void addTerms(Document document, ArticleTerms terms) {
        var allWords = terms.all();
        for (var level : MatchLevel.values()) {
            for (var field : ArticleField.values()) {
                addTokens(document, field.field(level), terms.words(field), level,
                        level == MatchLevel.PART ? WITH_FREQUENCIES : WITH_POSITIONS);
            }
            addTokens(document, IndexFields.all(level), allWords, level, WITH_FREQUENCIES);
        }
    }

    /** One field with many terms: Lucene's work for a field is more than that for a term. */
    private static void addNouns(Document document, List<String> nouns) {
        if (!nouns.isEmpty()) {
            var word = new AnalyzedWord(nouns, List.of(), List.of());
            document.add(new Field(IndexFields.NOUNS, new TermStream(List.of(word), MatchLevel.EXACT), TERMS_ONLY));
        }
    }

    private static void addTokens(Document document, String field, List<AnalyzedWord> words, MatchLevel level, FieldType type) {
        if (!words.isEmpty()) {
            document.add(new Field(field, new TermStream(words, level), type));
        }
    }

    private static FieldType fieldType(IndexOptions options) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setOmitNorms(options == IndexOptions.DOCS);
        type.freeze();
        return type;
    }
}
