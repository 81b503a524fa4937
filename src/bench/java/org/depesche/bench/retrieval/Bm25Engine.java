package org.depesche.bench.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** What Lucene gives for nothing: one of its analyzers, one field, plain BM25, any of the words. */
final class Bm25Engine implements SearchEngine {

    private static final String TEXT = "text";
    private static final String NUMBER = "number";

    private final String name;
    private final Analyzer analyzer;
    private IndexSearcher searcher;

    Bm25Engine(String name, Analyzer analyzer) {
        this.name = name;
        this.analyzer = analyzer;
        this.searcher = searcher(List.of());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void index(List<IndexedDocument> pages) {
        close();
        searcher = searcher(pages);
    }

    private IndexSearcher searcher(List<IndexedDocument> pages) {
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (var page : pages) {
                var document = new Document();
                document.add(new TextField(TEXT, page.headline() + "\n" + page.text(), Field.Store.NO));
                document.add(new StoredField(NUMBER, page.number()));
                writer.addDocument(document);
            }
            writer.commit();
            return new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Integer> search(String words, int limit) {
        var query = new BooleanQuery.Builder();
        terms(words).forEach(term -> query.add(new TermQuery(new Term(TEXT, term)), Occur.SHOULD));
        try {
            var numbers = new ArrayList<Integer>();
            for (var found : searcher.search(query.build(), limit).scoreDocs) {
                numbers.add(searcher.storedFields().document(found.doc).getField(NUMBER).numericValue().intValue());
            }
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Integer> similar(IndexedDocument page, int limit) {
        return search(page.headline() + "\n" + page.text(), limit + 1).stream().filter(number -> number != page.number())
                .limit(limit).toList();
    }

    @Override
    public List<Integer> similarTo(IndexedDocument page, int limit) {
        return search(page.headline() + "\n" + page.text(), limit);
    }

    private Set<String> terms(String text) {
        var terms = new LinkedHashSet<String>();
        try (var stream = analyzer.tokenStream(TEXT, text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            searcher.getIndexReader().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
