package org.depesche.delivery.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.depesche.delivery.search.document.FieldTerm;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.index.SearchResult.StoredText;
import org.depesche.delivery.search.language.MatchLevel;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.language.WordTokenizer;
import org.depesche.delivery.search.query.TermDictionary.DocumentFrequencies;

/**
 * The words of an article that say most about it: those it says often and others seldom. A word in its headline counts more
 * than one in its body, and in German a noun more than another.
 *
 * @param stems the most telling first
 * @param parts the same of compounds
 */
record SignificantTerms(List<WeightedTerm> stems, List<WeightedTerm> parts) {

    private static final double NOUN = 2;
    /** A word that so many articles have says nothing. */
    private static final double MAX_SHARE = 0.4;
    /** In a small newsroom everything is common. */
    private static final int FEW = 10;
    /** So many words are looked for, however common. */
    private static final int MIN_TERMS = 24;
    /** Of all words of a level together: what a question costs must not grow with the archive. */
    private static final long MAX_POSTINGS = 100_000;

    /** @param most how many terms a level is asked for */
    static SignificantTerms of(StoredText wording, TermDictionary vocabulary, WordAnalyzers languages, int most)
            throws IOException {
        var reading = new TermCounter(languages);
        Stream.of(wording.kicker(), wording.headline(), wording.headline(), wording.teaser(), wording.body())
                .forEach(text -> reading.add(text, wording.language()));
        var frequencies = vocabulary.frequencies(reading.allTerms());
        return new SignificantTerms(weighted(reading, MatchLevel.STEM, frequencies, most),
                weighted(reading, MatchLevel.PART, frequencies, most));
    }

    private static List<WeightedTerm> weighted(TermCounter reading, MatchLevel level, DocumentFrequencies frequencies, int most)
            throws IOException {
        var found = new ArrayList<WeightedTerm>();
        var all = frequencies.articles();
        for (var seen : reading.terms.get(level).entrySet()) {
            var term = new FieldTerm(IndexFields.all(level), seen.getKey());
            var articles = frequencies.of(term);
            if (articles > 0 && articles <= Math.max(MAX_SHARE * all, FEW)) {
                var rarity = Math.log(1 + (all - articles + 0.5) / (articles + 0.5));
                var weight = Math.sqrt(seen.getValue().count) * rarity * nounBoost(seen.getKey(), articles, frequencies);
                found.add(new WeightedTerm(term, articles, weight, weight * rarity, seen.getValue().surfaceForm));
            }
        }
        found.sort(Comparator.comparingDouble(WeightedTerm::significance).reversed());
        return limitToBudget(found, most);
    }

    /** The most telling, until together they stand in more articles than one question may look at. */
    private static List<WeightedTerm> limitToBudget(List<WeightedTerm> found, int most) {
        var chosen = new ArrayList<WeightedTerm>();
        var articles = 0L;
        for (var word : found) {
            articles += word.articles();
            if (chosen.size() == most || chosen.size() >= MIN_TERMS && articles > MAX_POSTINGS) {
                break;
            }
            chosen.add(word);
        }
        return List.copyOf(chosen);
    }

    /** 1 for what is never a noun, {@code NOUN} for what always is, by how all articles write it. */
    private static double nounBoost(String form, int articles, DocumentFrequencies frequencies) throws IOException {
        return 1 + (NOUN - 1) * Math.min(1, (double) frequencies.of(noun(form)) / articles);
    }

    private static FieldTerm noun(String form) {
        return new FieldTerm(IndexFields.NOUNS, form);
    }

    /**
     * @param articles that have it
     * @param weight in the query, which multiplies it with the rarity once more
     * @param telling what it adds where it is found
     * @param written as the article writes it
     */
    record WeightedTerm(FieldTerm term, int articles, double weight, double significance, String surfaceForm) {
    }

    private static final class TermCounter {

        private final WordAnalyzers languages;
        private final Map<MatchLevel, Map<String, TermCount>> terms = Map.of(MatchLevel.STEM, new HashMap<>(), MatchLevel.PART,
                new HashMap<>());

        private TermCounter(WordAnalyzers languages) {
            this.languages = languages;
        }

        private void add(String text, String language) {
            for (var word : WordTokenizer.tokenize(text)) {
                var forms = languages.analyze(language, word);
                terms.forEach((level, seen) -> forms.at(level)
                        .forEach(form -> seen.computeIfAbsent(form, unseen -> new TermCount(word)).add()));
            }
        }

        private HashSet<FieldTerm> allTerms() {
            var asked = new HashSet<FieldTerm>();
            terms.forEach((level, seen) -> seen.keySet().forEach(form -> {
                asked.add(new FieldTerm(IndexFields.all(level), form));
                asked.add(noun(form));
            }));
            return asked;
        }
    }

    private static final class TermCount {

        private final String surfaceForm;
        private int count;

        private TermCount(Word first) {
            this.surfaceForm = first.text();
        }

        private void add() {
            count++;
        }
    }
}
