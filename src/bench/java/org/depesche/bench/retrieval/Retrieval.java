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
import org.depesche.bench.retrieval.Engine.Page;

/** Measures all engines in one run, and prints one table: of each measure the half it was tuned on and the half reported. */
public final class Retrieval {

    private static final int CLAUSES = 20_000;

    private final List<Story> stories;
    private final Rewording rewording;
    private final Map<String, Map<String, String>> table = new LinkedHashMap<>();

    private Retrieval(List<Story> stories) throws IOException {
        this.stories = stories;
        this.rewording = new Rewording(stories);
    }

    public static void main(String[] arguments) throws Exception {
        IndexSearcher.setMaxClauseCount(CLAUSES);
        var run = new Retrieval(Stories.all());
        var asked = run.questions();
        for (var engine : run.engines()) {
            try (engine) {
                run.measure(engine, asked);
            }
        }
        var report = run.report();
        System.out.println(report);
        Files.writeString(Files.createDirectories(Path.of("target", "bench")).resolve("retrieval.md"), report);
    }

    private List<Engine> engines() {
        var engines = new ArrayList<Engine>();
        engines.add(new OurIndex());
        engines.add(new PlainIndex("standard analyzer, BM25", new StandardAnalyzer()));
        engines.add(new PlainIndex("GermanAnalyzer, BM25", new GermanAnalyzer()));
        engines.add(new Newest());
        FullText.connected().ifPresent(engines::add);
        return engines;
    }

    private record Question(Story story, String words) {
    }

    private Map<String, List<Question>> questions() {
        var asked = new LinkedHashMap<String, List<Question>>();
        asked.put("title", titled(story -> Optional.of(String.join(" ", Rewording.words(story.title())))));
        asked.put("title, one typo", titled(story -> once(story, rewording::mistyped)));
        asked.put("title, one inflection", titled(story -> once(story, rewording::inflected)));
        asked.put("title, one compound part", titled(story -> once(story, rewording::part)));
        asked.put("only what was inflected or cut", titled(this::reworded));
        return asked;
    }

    private List<Question> titled(Function<Story, Optional<String>> words) {
        return stories.stream().filter(story -> !story.title().isEmpty())
                .flatMap(story -> words.apply(story).map(some -> new Question(story, some)).stream()).toList();
    }

    /** The title with the first word that can be said otherwise. */
    private static Optional<String> once(Story story, Function<String, Optional<String>> otherwise) {
        var words = new ArrayList<>(Rewording.words(story.title()));
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
    private Optional<String> reworded(Story story) {
        var others = Rewording.words(story.title()).stream()
                .flatMap(word -> rewording.part(word).or(() -> rewording.inflected(word)).stream()).distinct().toList();
        return others.size() < 3 ? Optional.empty() : Optional.of(String.join(" ", others));
    }

    private void measure(Engine engine, Map<String, List<Question>> asked) {
        engine.index(
                stories.stream().map(story -> new Page(story.number(), story.topic(), story.title(), story.text())).toList());
        asked.forEach((name, questions) -> known(engine, name, questions));
        split(engine, "its second half among second halves", false);
        split(engine, "its second half among all halves", true);
        topic(engine);
    }

    private void known(Engine engine, String name, List<Question> questions) {
        var halves = List.of(new Ranks(), new Ranks());
        questions.forEach(question -> halves.get(half(question.story()))
                .add(engine.search(question.words(), Ranks.DEPTH), question.story().number()));
        put(name + ": MRR@10 (" + questions.size() + ")", engine, halves.stream().map(Ranks::mrr).toList());
    }

    private void split(Engine engine, String name, boolean withOthers) {
        var pages = new ArrayList<Page>();
        stories.forEach(story -> pages.add(new Page(story.number(), story.topic(), "", story.secondHalf())));
        if (withOthers) {
            stories.forEach(story -> pages.add(firstHalf(story)));
        }
        engine.index(pages);
        var halves = List.of(new Ranks(), new Ranks());
        for (var story : stories) {
            var itself = story.number() + stories.size();
            var found = engine.similarTo(firstHalf(story), Ranks.DEPTH + 1).stream().filter(number -> number != itself)
                    .limit(Ranks.DEPTH).toList();
            halves.get(half(story)).add(found, story.number());
        }
        put("first half → " + name + ": MRR@10", engine, halves.stream().map(Ranks::mrr).toList());
        put("first half → " + name + ": recall@10", engine, halves.stream().map(Ranks::recall).toList());
    }

    private Page firstHalf(Story story) {
        return new Page(story.number() + stories.size(), story.topic(), "", story.firstHalf());
    }

    /** The label is in no index; it only tells who was right. */
    private void topic(Engine engine) {
        var labelled = stories.stream().filter(story -> !story.topic().isEmpty()).toList();
        var byNumber = labelled.stream().collect(Collectors.toMap(Story::number, Story::topic));
        engine.index(labelled.stream().map(story -> new Page(story.number(), "", "", story.text())).toList());
        var right = new double[2];
        var asked = new int[2];
        for (var story : labelled) {
            var found = engine.similar(new Page(story.number(), "", "", story.text()), Ranks.DEPTH);
            right[half(story)] += found.stream().filter(number -> story.topic().equals(byNumber.get(number))).count();
            asked[half(story)] += Ranks.DEPTH;
        }
        put("topic of similar ones: precision@10", engine, List.of(right[0] / asked[0], right[1] / asked[1]));
    }

    private static int half(Story story) {
        return story.isReported() ? 1 : 0;
    }

    private void put(String measure, Engine engine, List<Double> halves) {
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
