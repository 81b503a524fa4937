package org.depesche.delivery.search.lucene.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares documents with those that Lucene finds, sorted by their time, and by their number within one time. */
class NewestDocumentsTest {

    private static final int SEGMENTS = 12;
    private static final int IN_SEGMENT = 40;
    private static final Sort NEWEST = new Sort(LongField.newSortField("time", true, SortedNumericSelector.Type.MAX),
            SortField.FIELD_DOC);

    private final Random random = new Random(5);

    @ParameterizedTest
    @ValueSource(ints = { 0, IN_SEGMENT, 10_000 })
    void findsWhatLuceneFindsInSegmentsThatOverlap(int overlap) throws IOException {
        try (var directory = new ByteBuffersDirectory()) {
            try (var writer = new IndexWriter(directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
                for (var segment = 0; segment < SEGMENTS; segment++) {
                    write(writer, segment, overlap);
                }
                writer.deleteDocuments(new Term("word", "gone"));
            }
            try (var reader = DirectoryReader.open(directory)) {
                var searcher = new IndexSearcher(reader);
                assertThat(reader.leaves()).hasSize(SEGMENTS);
                for (var start : List.of("a", "b", "ba", "c", "zz", "")) {
                    for (var limit : List.of(1, 15, 100)) {
                        compare(searcher, new PrefixQuery(new Term("word", start)), limit);
                    }
                }
            }
        }
    }

    /** @param overlap how far the times of a segment reach beyond its own; several documents have one time */
    private void write(IndexWriter writer, int segment, int overlap) throws IOException {
        for (var i = 0; i < IN_SEGMENT; i++) {
            var document = new Document();
            document.add(new LongField("time", (long) segment * IN_SEGMENT / 4 + random.nextInt(IN_SEGMENT / 4 + overlap),
                    Field.Store.NO));
            var first = List.of("a", "a", "b", "gone").get(random.nextInt(4));
            document.add(new StringField("word", first.equals("gone") ? first : first + (char) ('a' + random.nextInt(9)),
                    Field.Store.NO));
            if (segment == SEGMENTS / 2 && i == 0) {
                document.add(new StringField("word", "c", Field.Store.NO));
            }
            writer.addDocument(document);
        }
        writer.commit();
    }

    private static void compare(IndexSearcher searcher, Query query, int limit) throws IOException {
        var found = new NewestDocuments(searcher, "time").find(query, limit);

        assertThat(found).as(query.toString()).containsExactlyElementsOf(
                Arrays.stream(searcher.search(query, limit, NEWEST).scoreDocs).map(document -> document.doc).toList());
    }
}
