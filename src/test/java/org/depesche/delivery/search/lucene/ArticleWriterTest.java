package org.depesche.delivery.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.depesche.delivery.search.index.ArticleIndexFixture.LANGUAGES;
import static org.depesche.delivery.search.index.ArticleIndexFixture.article;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.depesche.content.article.ArticleText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArticleWriterTest {

    private IndexWriter index;
    private ArticleWriter articles;

    @BeforeEach
    void empty() throws IOException {
        index = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(new KeywordAnalyzer())
                .setMergeScheduler(new SerialMergeScheduler()).setMergePolicy(ArticleWriter.fewSegments()));
        articles = new ArticleWriter(index, new LuceneDocumentMapper(LANGUAGES));
    }

    @AfterEach
    void closed() throws IOException {
        index.close();
    }

    @Test
    void everyArticleOfALargeBatchIsWrittenOnce() throws IOException {
        var batch = batch(203);

        articles.write(batch);
        articles.write(batch);
        articles.delete(List.of(batch.get(0).id(), batch.get(202).id()));

        try (var reader = DirectoryReader.open(index)) {
            assertThat(reader.numDocs()).isEqualTo(201);
        }
    }

    @Test
    void aLargeBatchKeepsItsOrder() throws IOException {
        var batch = batch(60);

        articles.write(batch);

        try (var reader = DirectoryReader.open(index)) {
            var searcher = new IndexSearcher(reader);
            var places = new ArrayList<Integer>();
            for (var article : batch) {
                var found = searcher.search(new TermQuery(LuceneFieldValues.idTerm(article.id())), 1);
                places.add(found.scoreDocs[0].doc);
            }
            assertThat(places).isSorted();
        }
    }

    @Test
    void aFailureOfALargeBatchIsReported() throws IOException {
        index.close();

        assertThatThrownBy(() -> articles.write(batch(60))).isInstanceOf(AlreadyClosedException.class);
    }

    @Test
    void theSegmentsOfLargeBatchesAreMergedAtTheEnd() throws IOException {
        for (var i = 0; i < 6; i++) {
            articles.write(batch(60));
            segments();
        }
        assertThat(segmentsPerTier()).isEqualTo(12);

        articles.finishBulk();

        assertThat(segmentsPerTier()).isEqualTo(4);
        assertThat(segments()).isLessThanOrEqualTo(4);
    }

    @Test
    void singleArticlesAreMergedAtOnce() throws IOException {
        for (var i = 0; i < 20; i++) {
            articles.write(batch(1));
            segments();
        }

        assertThat(segments()).isLessThanOrEqualTo(5);
    }

    private int segments() throws IOException {
        try (var reader = DirectoryReader.open(index)) {
            return reader.leaves().size();
        }
    }

    private double segmentsPerTier() {
        return ((TieredMergePolicy) index.getConfig().getMergePolicy()).getSegmentsPerTier();
    }

    private static List<ArticleText> batch(int size) {
        return IntStream.range(0, size).mapToObj(i -> article("Artikel " + i, "Ein Kran am Hafen.")).toList();
    }
}
