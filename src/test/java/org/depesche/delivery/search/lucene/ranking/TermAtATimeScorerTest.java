package org.depesche.delivery.search.lucene.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Random;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** Compares the sums with those of Lucene. */
class TermAtATimeScorerTest {

    private static final int ARTICLES = 40_000; // more than one window of one segment
    private static final int WORDS = 400;
    private final Random random = new Random(7);

    @Test
    void ranksAsLuceneDoes() throws IOException {
        try (var directory = new ByteBuffersDirectory()) {
            TestIndex.fill(directory, ARTICLES, this::article);
            try (var reader = DirectoryReader.open(directory)) {
                var searcher = new IndexSearcher(reader);
                for (var round = 0; round < 20; round++) {
                    compare(searcher, words(1 + random.nextInt(60)), new TermQuery(new Term("site", "s" + round % 3)));
                }
            }
        }
    }

    private Document article(int i) {
        var article = new Document();
        article.add(new StringField("id", "a" + i, Field.Store.NO));
        article.add(new StringField("site", "s" + random.nextInt(2), Field.Store.NO));
        if (i % 50 != 0) { // some have no text
            var text = new StringBuilder();
            for (var remaining = 1 + random.nextInt(12); remaining > 0; remaining--) {
                text.append('w').append((int) (WORDS * Math.pow(random.nextDouble(), 3))).append(' ');
            }
            article.add(new TextField("text", text.toString(), Field.Store.NO));
        }
        return article;
    }

    private BooleanQuery words(int number) {
        var words = new BooleanQuery.Builder();
        for (var i = 0; i < number; i++) {
            var word = new TermQuery(new Term("text", "w" + random.nextInt(WORDS + 50)));
            words.add(random.nextBoolean() ? word : new BoostQuery(word, 0.1f + random.nextFloat()), Occur.SHOULD);
        }
        return words.build();
    }

    private static void compare(IndexSearcher searcher, BooleanQuery words, Query filter) throws IOException {
        var within = searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
        var found = new TermAtATimeScorer(searcher, within, 25).topDocs(words, new TermStatesCache(searcher)).scoreDocs;
        var expected = searcher.search(new BooleanQuery.Builder().add(words, Occur.MUST).add(filter, Occur.FILTER).build(),
                25).scoreDocs;

        assertThat(found).hasSameSizeAs(expected);
        for (var i = 0; i < found.length; i++) {
            assertThat(found[i].score).isCloseTo(expected[i].score, within(1e-4f));
        }
        assertThat(found).isSortedAccordingTo((one, other) -> one.score == other.score ? Integer.compare(one.doc, other.doc)
                : Float.compare(other.score, one.score));
    }
}
