package org.depesche.bench.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.search.IndexSearcher;
import org.depesche.bench.retrieval.SearchEngine.IndexedDocument;

/** Measures all engines in one run, and prints one table: of each measure the half it was tuned on and the half reported. */
public final class RetrievalBenchmark {

    private static final int CLAUSES = 20_000;

    private final List<LabelledArticle> stories;
    private final QueryVariants rewording;
    private final Map<String, Map<String, String>> table = new LinkedHashMap<>();

    private RetrievalBenchmark(List<LabelledArticle> stories) throws IOException {
        this.stories = stories;
        this.rewording = new QueryVariants(stories);
    }

    public static void main(String[] arguments) throws Exception {
        IndexSearcher.setMaxClauseCount(CLAUSES);
        var run = new RetrievalBenchmark(LabelledArticleFiles.all());
        var asked = run.knownItemQueries();
        for (var engine : run.engines()) {
            try (engine) {
                run.measure(engine, asked);
            }
        }
        var report = run.report();
        System.out.println(report);
        Files.writeString(Files.createDirectories(Path.of("target", "bench")).resolve("retrieval.md"), report);
    }

    private List<SearchEngine> engines() {
        var engines = new ArrayList<SearchEngine>();
        engines.add(new DepescheEngine());
        engines.add(new Bm25Engine("standard analyzer, BM25", new StandardAnalyzer()));
        engines.add(new Bm25Engine("GermanAnalyzer, BM25", new GermanAnalyzer()));
        engines.add(new NewestInCategory());
        MariaDbFullText.connected().ifPresent(engines::add);
        return engines;
    }

    private record KnownItemQuery(LabelledArticle story, String words) {
    }

    private Map<String, List<KnownItemQuery>> knownItemQueries() {
        var asked = new LinkedHashMap<String, List<KnownItemQuery>>();
        asked.put("title", titleQueries(story -> Optional.of(String.join(" ", QueryVariants.words(story.title())))));
        asked.put("title, one typo", titleQueries(story -> varyOneWord(story, rewording::typo)));
        asked.put("title, one inflection", titleQueries(story -> varyOneWord(story, rewording::inflect)));
        asked.put("title, one compound part", titleQueries(story -> varyOneWord(story, rewording::compoundPart)));
        asked.put("only what was inflected or cut", titleQueries(this::varyAllWords));
        return asked;
    }

    private List<KnownItemQuery> titleQueries(Function<LabelledArticle, Optional<String>> words) {
        return stories.stream().filter(story -> !story.title().isEmpty())
                .flatMap(story -> words.apply(story).map(some -> new KnownItemQuery(story, some)).stream()).toList();
    }

    /** The title with the first word that can be said otherwise. */
    private static Optional<String> varyOneWord(LabelledArticle story, Function<String, Optional<String>> otherwise) {
        var words = new ArrayList<>(QueryVariants.words(story.title()));
        for (var i = 0; i < words.size(); i++) {
            var other = otherwise.apply(words.get(i));
            if (other.isPresent()) {
                words.set(i, other.get());
                return Optional.of(String.join(" ", words));
            }
        }
        return Optional.empty();
    }

    /** At least three words, each said otherwise, and no other. */
    private Optional<String> varyAllWords(LabelledArticle story) {
        var others = QueryVariants.words(story.title()).stream()
                .flatMap(word -> rewording.compoundPart(word).or(() -> rewording.inflect(word)).stream()).distinct().toList();
        return others.size() < 3 ? Optional.empty() : Optional.of(String.join(" ", others));
    }

    private void measure(SearchEngine engine, Map<String, List<KnownItemQuery>> asked) {
        engine.index(
                stories.stream().map(story -> new IndexedDocument(story.number(), story.topic(), story.title(), story.text()))
                        .toList());
        asked.forEach((name, questions) -> measureKnownItem(engine, name, questions));
        measureHalves(engine, "its second half among second halves", false);
        measureHalves(engine, "its second half among all halves", true);
        measureTopic(engine);
    }

    private void measureKnownItem(SearchEngine engine, String name, List<KnownItemQuery> questions) {
        var halves = List.of(new RankMetrics(), new RankMetrics());
        questions.forEach(question -> halves.get(half(question.story()))
                .add(engine.search(question.words(), RankMetrics.DEPTH), question.story().number()));
        put(name + ": MRR@10 (" + questions.size() + ")", engine, halves.stream().map(RankMetrics::mrr).toList());
    }

    private void measureHalves(SearchEngine engine, String name, boolean withOthers) {
        var pages = new ArrayList<IndexedDocument>();
        stories.forEach(story -> pages.add(new IndexedDocument(story.number(), story.topic(), "", story.secondHalf())));
        if (withOthers) {
            stories.forEach(story -> pages.add(firstHalf(story)));
        }
        engine.index(pages);
        var halves = List.of(new RankMetrics(), new RankMetrics());
        for (var story : stories) {
            var itself = story.number() + stories.size();
            var found = engine.similarTo(firstHalf(story), RankMetrics.DEPTH + 1).stream().filter(number -> number != itself)
                    .limit(RankMetrics.DEPTH).toList();
            halves.get(half(story)).add(found, story.number());
        }
        put("first half → " + name + ": MRR@10", engine, halves.stream().map(RankMetrics::mrr).toList());
        put("first half → " + name + ": recall@10", engine, halves.stream().map(RankMetrics::recall).toList());
    }

    private IndexedDocument firstHalf(LabelledArticle story) {
        return new IndexedDocument(story.number() + stories.size(), story.topic(), "", story.firstHalf());
    }

    /** The label is in no index; it only tells who was right. */
    private void measureTopic(SearchEngine engine) {
        var labelled = stories.stream().filter(story -> !story.topic().isEmpty()).toList();
        var byNumber = labelled.stream().collect(Collectors.toMap(LabelledArticle::number, LabelledArticle::topic));
        engine.index(labelled.stream().map(story -> new IndexedDocument(story.number(), "", "", story.text())).toList());
        var right = new double[2];
        var asked = new int[2];
        for (var story : labelled) {
            var found = engine.similar(new IndexedDocument(story.number(), "", "", story.text()), RankMetrics.DEPTH);
            right[half(story)] += found.stream().filter(number -> story.topic().equals(byNumber.get(number))).count();
            asked[half(story)] += found.size();
        }
        put("topic of similar ones, up to ten: share of those shown", engine,
                List.of(right[0] / asked[0], right[1] / asked[1]));
    }

    private static int half(LabelledArticle story) {
        return story.isHeldOut() ? 1 : 0;
    }

    private void put(String measure, SearchEngine engine, List<Double> halves) {
        table.computeIfAbsent(measure, none -> new LinkedHashMap<>()).put(engine.name(),
                String.format(Locale.ROOT, "%.3f (%.3f)", halves.get(1), halves.get(0)));
    }

    private String report() {
        var engines = table.values().iterator().next().keySet();
        var text = new StringBuilder("| reported (tuned on) | ").append(String.join(" | ", engines)).append(" |\n|---|")
                .append("---|".repeat(engines.size())).append('\n');
        table.forEach((measure, figures) -> text.append("| ").append(measure).append(" | ")
                .append(engines.stream().map(name -> figures.getOrDefault(name, "–")).collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return text.toString();
    }
}
