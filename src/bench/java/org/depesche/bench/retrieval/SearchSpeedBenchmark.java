package org.depesche.bench.retrieval;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.lucene.store.MMapDirectory;
import org.depesche.bench.corpus.SentenceGenerator;
import org.depesche.bench.corpus.WordLists;
import org.depesche.content.article.ArticleText;
import org.depesche.content.listing.ListFilter;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.delivery.search.index.SearchPosition;
import org.depesche.delivery.search.index.SearchQuery;
import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.lucene.LuceneIndex;

/**
 * How much processor time one search takes in the index alone, without HTTP and without the articles of the response:
 * {@code mvn -Pbench verify -Dbench.main=org.depesche.bench.retrieval.SearchSpeedBenchmark}. The system properties
 * {@code articles} and {@code folder} set the size of the index and where it is kept for the next run.
 */
final class SearchSpeedBenchmark {

    private static final UUID SITE = new UUID(1, 1);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int ARTICLES = Integer.getInteger("articles", 100_000);
    private static final int BATCH = 500;
    private static final int WARM_UP = Integer.getInteger("warm", 6_000);
    private static final int MEASURED = Integer.getInteger("measured", 3_000);
    private static final int PAGE = 15;
    /** The thread's own time: what else the machine does is not ours. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private SearchSpeedBenchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(System.getProperty("folder", "target/bench/search-index-" + ARTICLES));
        try (var index = new LuceneIndex(new MMapDirectory(folder), "bench", WordAnalyzers.withBundledDictionary())) {
            if (index.size() < ARTICLES) {
                fill(index);
            }
            measure("one compound", compounds(), index);
            measure("one frequent word", WordLists.FIRST_PARTS, index);
            measure("two words", pairs(), index);
            measure("a headline", headlines(), index);
        }
    }

    private static void fill(LuceneIndex index) {
        var batch = new ArrayList<ArticleText>();
        for (var number = 0; number < ARTICLES; number++) {
            batch.add(article(number));
            if (batch.size() == BATCH) {
                index.apply(batch, List.of(), number);
                batch.clear();
            }
        }
        index.apply(batch, List.of(), ARTICLES);
        index.commit();
    }

    private static ArticleText article(int number) {
        var prose = new SentenceGenerator(new SplittableRandom(number));
        var body = String.join("\n", IntStream.range(0, 8).mapToObj(paragraph -> prose.paragraph()).toList());
        var published = NOW.minus(Duration.ofHours(ARTICLES - (long) number));
        return new ArticleText(new UUID(2, number), "de", "", prose.headline(), prose.sentence(), body, List.of(),
                Set.of(ListKey.all(SITE), ListKey.of(SITE, ListKind.LANGUAGE, "de")), List.of(), published);
    }

    private static List<String> compounds() {
        return WordLists.FIRST_PARTS.stream()
                .flatMap(first -> Stream.of("plan", "konferenz", "museum").map(last -> first + last)).toList();
    }

    private static List<String> pairs() {
        var words = WordLists.FIRST_PARTS;
        return IntStream.range(1, words.size()).mapToObj(at -> words.get(at - 1) + " " + words.get(at) + "museum").toList();
    }

    private static List<String> headlines() {
        return IntStream.range(0, 200).mapToObj(number -> article(number * 37).headline()).toList();
    }

    private static void measure(String name, List<String> queries, LuceneIndex index) {
        run(queries, index, WARM_UP);
        var micros = run(queries, index, MEASURED);
        Arrays.sort(micros);
        System.out.printf("%-20s mean %,7.0f µs   p50 %,7d   p99 %,7d%n", name, Arrays.stream(micros).average().orElse(0),
                micros[MEASURED / 2], micros[MEASURED * 99 / 100]);
    }

    private static long[] run(List<String> queries, LuceneIndex index, int times) {
        var micros = new long[times];
        for (var turn = 0; turn < times; turn++) {
            var start = CLOCK.getCurrentThreadCpuTime();
            index.search(new SearchQuery(ParsedQuery.parse(queries.get(turn % queries.size())),
                    ListFilter.of(ListKey.all(SITE)), Set.of(), SearchPosition.ranked(0, PAGE, Optional.empty()), Set.of(),
                    false, NOW));
            micros[turn] = (CLOCK.getCurrentThreadCpuTime() - start) / 1_000;
        }
        return micros;
    }
}
