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
 * The significant terms of an article: those that are frequent in the article and rare in the index (tf-idf). A word of
 * the headline counts twice. In German, nouns count up to twice as much as other words.
 * @param stems the most significant stems first
 * @param parts the most significant parts of compounds first
 */
record SignificantTerms(List<WeightedTerm> stems, List<WeightedTerm> parts) {

    private static final double NOUN_BOOST = 2;
    /** A term that a larger share of all articles has is not significant. */
    private static final double MAX_ARTICLE_SHARE = 0.4;
    /** The share does not apply below this number of articles, because in a small index every term is common. */
    private static final int MIN_ARTICLE_LIMIT = 10;
    /** At least this number of terms is searched, however common they are. */
    private static final int MIN_TERMS = 24;
    /** The postings of all terms of a level together: the cost of a query must not grow with the archive. */
    private static final long MAX_POSTINGS = 100_000;

    /** @param maxTerms the maximum number of terms of each level */
    static SignificantTerms of(StoredText text, TermDictionary dictionary, WordAnalyzers analyzers, int maxTerms)
            throws IOException {
        var counter = new TermCounter(analyzers);
        Stream.of(text.kicker(), text.headline(), text.headline(), text.teaser(), text.body())
                .forEach(part -> counter.add(part, text.language()));
        var frequencies = dictionary.frequencies(counter.allTerms());
        return new SignificantTerms(weighted(counter, MatchLevel.STEM, frequencies, maxTerms),
                weighted(counter, MatchLevel.PART, frequencies, maxTerms));
    }

    private static List<WeightedTerm> weighted(TermCounter counter, MatchLevel level, DocumentFrequencies frequencies,
            int maxTerms)
            throws IOException {
        var significant = new ArrayList<WeightedTerm>();
        var articleCount = frequencies.articles();
        for (var counted : counter.terms.get(level).entrySet()) {
            var term = new FieldTerm(IndexFields.all(level), counted.getKey());
            var articles = frequencies.of(term);
            if (articles > 0 && articles <= Math.max(MAX_ARTICLE_SHARE * articleCount, MIN_ARTICLE_LIMIT)) {
                var rarity = Math.log(1 + (articleCount - articles + 0.5) / (articles + 0.5));
                var weight = Math.sqrt(counted.getValue().count) * rarity * nounBoost(counted.getKey(), articles, frequencies);
                significant.add(new WeightedTerm(term, articles, weight, weight * rarity, counted.getValue().surfaceForm));
            }
        }
        significant.sort(Comparator.comparingDouble(WeightedTerm::significance).reversed());
        return limitToBudget(significant, maxTerms);
    }

    /** The most significant terms, until the number of their postings exceeds what one query may read. */
    private static List<WeightedTerm> limitToBudget(List<WeightedTerm> terms, int maxTerms) {
        var selected = new ArrayList<WeightedTerm>();
        var articles = 0L;
        for (var term : terms) {
            articles += term.articles();
            if (selected.size() == maxTerms || selected.size() >= MIN_TERMS && articles > MAX_POSTINGS) {
                break;
            }
            selected.add(term);
        }
        return List.copyOf(selected);
    }

    /** 1 for a term that is never a noun and {@code NOUN_BOOST} for one that always is, by the capitals in all articles. */
    private static double nounBoost(String form, int articles, DocumentFrequencies frequencies) throws IOException {
        return 1 + (NOUN_BOOST - 1) * Math.min(1, (double) frequencies.of(noun(form)) / articles);
    }

    private static FieldTerm noun(String form) {
        return new FieldTerm(IndexFields.NOUNS, form);
    }

    /**
     * A term with its weight.
     * @param articles the number of articles that have the term
     * @param weight the boost in the query, which the backend multiplies by the rarity again
     * @param significance the score that a match adds
     * @param surfaceForm the spelling in the article
     */
    record WeightedTerm(FieldTerm term, int articles, double weight, double significance, String surfaceForm) {
    }

    private static final class TermCounter {

        private final WordAnalyzers analyzers;
        private final Map<MatchLevel, Map<String, TermCount>> terms = Map.of(MatchLevel.STEM, new HashMap<>(), MatchLevel.PART,
                new HashMap<>());

        private TermCounter(WordAnalyzers analyzers) {
            this.analyzers = analyzers;
        }

        private void add(String text, String language) {
            for (var word : WordTokenizer.tokenize(text)) {
                var analyzed = analyzers.analyze(language, word);
                terms.forEach((level, counts) -> analyzed.terms(level)
                        .forEach(term -> counts.computeIfAbsent(term, newTerm -> new TermCount(word)).add()));
            }
        }

        private HashSet<FieldTerm> allTerms() {
            var all = new HashSet<FieldTerm>();
            terms.forEach((level, counts) -> counts.keySet().forEach(form -> {
                all.add(new FieldTerm(IndexFields.all(level), form));
                all.add(noun(form));
            }));
            return all;
        }
    }

    private static final class TermCount {

        private final String surfaceForm;
        private int count;

        private TermCount(Word occurrence) {
            this.surfaceForm = occurrence.text();
        }

        private void add() {
            count++;
        }
    }
}
