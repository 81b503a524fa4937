package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.depesche.content.article.ArticleText;

/**
 * Writes articles into a Lucene index. The articles of large batches, as during an import, are analyzed by a second thread
 * ahead of their writing; their segments are merged when the last batch is written.
 */
final class ArticleWriter {

    private static final int SEGMENTS_PER_TIER = 4;
    private static final int SEGMENTS_PER_TIER_IN_BULK = 12;
    private static final double FLOOR_SEGMENT_MB = 16;
    /** A large batch has at least this number of articles. */
    private static final int BULK_SIZE = 50;
    private static final int IDLE_SECONDS = 10;
    /** An analyzed article has a hundred kilobytes and more: this number of them may wait for the writer. */
    private static final int AHEAD = 16;

    private final IndexWriter writer;
    private final LuceneDocumentMapper documents;
    /** At most one thread, which ends when it had nothing to do for a while. */
    private final ExecutorService analysis = new ThreadPoolExecutor(0, 1, IDLE_SECONDS, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), ArticleWriter::analysisThread);
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

    /**
     * Adds or replaces articles, in their order: of hits with the same score, the one that was added first comes first. After a
     * failure, some of them may be written.
     */
    void write(Collection<ArticleText> articles) {
        if (articles.size() < BULK_SIZE) {
            articles.forEach(article -> write(article, documents.toDocument(article)));
            return;
        }
        startBulk();
        var notAnalyzed = articles.iterator();
        var analyzed = new ArrayDeque<CompletableFuture<Document>>();
        for (var article : articles) {
            while (analyzed.size() < AHEAD && notAnalyzed.hasNext()) {
                analyzed.add(analyze(notAnalyzed.next()));
            }
            write(article, analyzed.remove().join());
        }
    }

    private CompletableFuture<Document> analyze(ArticleText article) {
        return CompletableFuture.supplyAsync(() -> documents.toDocument(article), analysis);
    }

    private void write(ArticleText article, Document document) {
        try {
            writer.updateDocument(LuceneFieldValues.idTerm(article.id()), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread analysisThread(Runnable task) {
        var thread = new Thread(task, "search-analysis");
        thread.setDaemon(true);
        return thread;
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

    /** Merges the segments of large batches, in the background. */
    synchronized void finishBulk() throws IOException {
        if (isBulk) {
            isBulk = false;
            writer.getConfig().setMergePolicy(fewSegments());
            writer.maybeMerge();
        }
    }
}
