package org.depesche.delivery.search.lucene.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** Compares articles and scores with those that Lucene finds for the same query, but for rounding. */
class CandidateFinderTest {

    private static final int ARTICLES = 8_000;
    private static final int WORDS = 200;
    private static final int BEST = 30;
    private static final int ROUNDS = 300;
    private final Random random = new Random(11);

    @Test
    void findsWhatLuceneFinds() throws IOException {
        try (var directory = new ByteBuffersDirectory()) {
            TestIndex.fill(directory, ARTICLES, this::article);
            try (var reader = DirectoryReader.open(directory)) {
                var searcher = new IndexSearcher(reader);
                for (var round = 0; round < ROUNDS; round++) {
                    compare(searcher, candidates());
                }
            }
        }
    }

    private Document article(int i) {
        var article = new Document();
        article.add(new StringField("id", "a" + i, Field.Store.NO));
        article.add(new StringField("site", "s" + random.nextInt(2), Field.Store.NO));
        article.add(new LongField("time", i / 10 + random.nextInt(200), Field.Store.NO));
        article.add(new TextField("text", String.join(" ", IntStream.range(0, 1 + random.nextInt(30))
                .mapToObj(each -> "w" + (int) (WORDS * Math.pow(random.nextDouble(), 2))).toList()), Field.Store.NO));
        return article;
    }

    private BooleanQuery candidates() {
        var query = new BooleanQuery.Builder().add(tree(2), Occur.MUST)
                .add(new TermQuery(new Term("site", "s" + random.nextInt(2))), Occur.FILTER)
                .add(nearness(), Occur.SHOULD);
        return (random.nextInt(4) == 0 ? query.add(word(), Occur.MUST_NOT) : query).build();
    }

    /** Lucene's query has no limit for each segment. */
    private Query nearness() {
        var origin = random.nextInt(1_200);
        return random.nextInt(4) == 0 ? LongField.newDistanceFeatureQuery("time", 0.8f, origin, 90)
                : new NearnessQuery("time", 0.8f, origin, 90);
    }

    private Query tree(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 1 -> new BooleanQuery.Builder().add(tree(depth - 1), Occur.MUST).add(word(), Occur.MUST).build();
            case 2 -> new BooleanQuery.Builder().add(tree(depth - 1), Occur.MUST).add(word(), Occur.SHOULD).build();
            case 3 -> any(depth, 1 + random.nextInt(2));
            case 4 -> random.nextBoolean() ? new DisjunctionMaxQuery(List.of(tree(depth - 1), word()), 0.1f)
                    : new PhraseQuery("text", "w" + random.nextInt(3), "w" + random.nextInt(3));
            default -> word();
        };
    }

    private BooleanQuery any(int depth, int minimum) {
        return new BooleanQuery.Builder().add(tree(depth - 1), Occur.SHOULD).add(word(), Occur.SHOULD)
                .add(tree(depth - 1), Occur.SHOULD).setMinimumNumberShouldMatch(minimum).build();
    }

    private Query word() {
        var word = new TermQuery(new Term("text", "w" + random.nextInt(WORDS)));
        return random.nextBoolean() ? word : new BoostQuery(word, 0.1f + random.nextFloat());
    }

    private static void compare(IndexSearcher searcher, BooleanQuery candidates) throws IOException {
        var found = new CandidateFinder(searcher, candidates, BEST).topDocs().scoreDocs;
        var expected = searcher.search(candidates, BEST).scoreDocs;

        assertThat(found).as(candidates.toString()).hasSameSizeAs(expected);
        for (var i = 0; i < found.length; i++) {
            assertThat(found[i].score).as(candidates.toString()).isCloseTo(expected[i].score, within(1e-4f));
        }
        assertThat(Arrays.stream(found).map(hit -> hit.doc)).as(candidates.toString()).containsAll(Arrays.stream(expected)
                .filter(hit -> hit.score > expected[expected.length - 1].score + 1e-3f).map(hit -> hit.doc).toList());
        assertThat(found).isSortedAccordingTo((one, other) -> one.score == other.score ? Integer.compare(one.doc, other.doc)
                : Float.compare(other.score, one.score));
    }
}
