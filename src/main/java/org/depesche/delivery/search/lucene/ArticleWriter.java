package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.depesche.content.article.ArticleText;

/**
 * Writes articles into a Lucene index. Large batches, as during an import, make more segments, and most of their
 * segments are merged when the last batch is written.
 */
final class ArticleWriter {

    private static final int SEGMENTS_PER_TIER = 4;
    private static final int SEGMENTS_PER_TIER_IN_BULK = 12;
    private static final double FLOOR_SEGMENT_MB = 16;
    /** A large batch has at least this number of articles. */
    private static final int BULK_SIZE = 50;
    /** With more, hits of equal score come in an order by chance, and differ between nodes. A gain was not shown either. */
    private static final int MAX_THREADS = 1;

    private final IndexWriter writer;
    private final LuceneDocumentMapper documents;
    private boolean isBulk;

    ArticleWriter(IndexWriter writer, LuceneDocumentMapper documents) {
        this.writer = writer;
        this.documents = documents;
    }

    /** Merges more than Lucene's default. A term is looked up in each segment, and new articles create small segments. */
    static MergePolicy fewSegments() {
        return merges(SEGMENTS_PER_TIER);
    }

    private static MergePolicy merges(int segmentsPerTier) {
        return new TieredMergePolicy().setSegmentsPerTier(segmentsPerTier).setFloorSegmentMB(FLOOR_SEGMENT_MB);
    }

    /** Adds or replaces articles. After a failure, some of them may be written. */
    void write(Collection<ArticleText> articles) {
        if (articles.size() < BULK_SIZE) {
            update(articles);
        } else {
            startBulk();
            var failures = slices(List.copyOf(articles)).parallelStream().flatMap(slice -> failure(slice).stream()).toList();
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
        }
    }

    /** The stream ends when all threads have: none may write an old text after the batch was repeated. */
    private Optional<RuntimeException> failure(List<ArticleText> articles) {
        try {
            update(articles);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private void update(Collection<ArticleText> articles) {
        try {
            for (var article : articles) {
                writer.updateDocument(LuceneFieldValues.idTerm(article.id()), documents.toDocument(article));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<ArticleText>> slices(List<ArticleText> articles) {
        var count = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
        return IntStream.range(0, count)
                .mapToObj(i -> articles.subList(articles.size() * i / count, articles.size() * (i + 1) / count)).toList();
    }

    void delete(Collection<UUID> ids) throws IOException {
        for (var id : ids) {
            writer.deleteDocuments(LuceneFieldValues.idTerm(id));
        }
    }

    private synchronized void startBulk() {
        if (!isBulk) {
            isBulk = true;
            writer.getConfig().setMergePolicy(merges(SEGMENTS_PER_TIER_IN_BULK));
        }
    }

    /** Merges what large batches left behind, in the background. */
    synchronized void finishBulk() throws IOException {
        if (isBulk) {
            isBulk = false;
            writer.getConfig().setMergePolicy(fewSegments());
            writer.maybeMerge();
        }
    }
}
