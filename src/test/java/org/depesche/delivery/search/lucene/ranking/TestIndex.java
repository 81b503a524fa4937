package org.depesche.delivery.search.lucene.ranking;

import java.io.IOException;
import java.util.function.IntFunction;

import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;

/** Writes articles with the ids {@code a0}, {@code a1} and so on, every seventh a second time: the first version is deleted. */
final class TestIndex {

    private static final int IN_SEGMENT = 1_000;

    private TestIndex() {
    }

    /** The terms of deleted articles stay in the index, because no segments are merged. */
    static void fill(Directory directory, int articles, IntFunction<Document> article) throws IOException {
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer())
                .setMergePolicy(NoMergePolicy.INSTANCE).setRAMBufferSizeMB(256))) {
            for (var i = 0; i < articles; i++) {
                writer.addDocument(article.apply(i));
                if (i % IN_SEGMENT == 0) {
                    writer.commit();
                }
            }
            writer.commit();
            for (var i = 0; i < articles; i += 7) {
                writer.updateDocument(new Term("id", "a" + i), article.apply(i));
            }
        }
    }
}
