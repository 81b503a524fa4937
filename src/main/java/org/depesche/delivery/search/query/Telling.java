package org.depesche.delivery.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.depesche.delivery.search.Found.Wording;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.language.Level;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.Words;
import org.depesche.delivery.search.query.Vocabulary.Frequencies;

/**
 * The words of an article that say most about it: those it says often and others seldom. A word in its headline counts more
 * than one in its body, and in German a noun more than another.
 *
 * @param stems the most telling first
 * @param parts the same of compounds
 */
record Telling(List<Weighted> stems, List<Weighted> parts) {

    private static final double NOUN = 2;
    /** A word that so many articles have says nothing. */
    private static final double COMMON = 0.4;
    /** In a small newsroom everything is common. */
    private static final int FEW = 10;
    /** So many words are looked for, however common. */
    private static final int LEAST = 24;
    /** Of all words of a level together: what a question costs must not grow with the archive. */
    private static final long MOST_ARTICLES = 100_000;

    /** @param most how many terms a level is asked for */
    static Telling of(Wording wording, Vocabulary vocabulary, Languages languages, int most) throws IOException {
        var reading = new Reading(languages);
        Stream.of(wording.kicker(), wording.headline(), wording.headline(), wording.teaser(), wording.body())
                .forEach(text -> reading.read(text, wording.language()));
        var frequencies = vocabulary.frequencies(reading.asked());
        return new Telling(weighted(reading, Level.STEM, frequencies, most), weighted(reading, Level.PART, frequencies, most));
    }

    private static List<Weighted> weighted(Reading reading, Level level, Frequencies frequencies, int most) throws IOException {
        var found = new ArrayList<Weighted>();
        var all = frequencies.articles();
        for (var seen : reading.terms.get(level).entrySet()) {
            var term = new Term(Fields.all(level), seen.getKey());
            var articles = frequencies.of(term);
            if (articles > 0 && articles <= Math.max(COMMON * all, FEW)) {
                var rarity = Math.log(1 + (all - articles + 0.5) / (articles + 0.5));
                var weight = Math.sqrt(seen.getValue().times) * rarity * nounness(seen.getKey(), articles, frequencies);
                found.add(new Weighted(term, articles, weight, weight * rarity, seen.getValue().written));
            }
        }
        found.sort(Comparator.comparingDouble(Weighted::telling).reversed());
        return affordable(found, most);
    }

    /** The most telling, until together they stand in more articles than one question may look at. */
    private static List<Weighted> affordable(List<Weighted> found, int most) {
        var chosen = new ArrayList<Weighted>();
        var articles = 0L;
        for (var word : found) {
            articles += word.articles();
            if (chosen.size() == most || chosen.size() >= LEAST && articles > MOST_ARTICLES) {
                break;
            }
            chosen.add(word);
        }
        return List.copyOf(chosen);
    }

    /** 1 for what is never a noun, {@code NOUN} for what always is, by how all articles write it. */
    private static double nounness(String form, int articles, Frequencies frequencies) throws IOException {
        return 1 + (NOUN - 1) * Math.min(1, (double) frequencies.of(noun(form)) / articles);
    }

    private static Term noun(String form) {
        return new Term(Fields.NOUNS, form);
    }

    /**
     * @param articles that have it
     * @param weight in the query, which multiplies it with the rarity once more
     * @param telling what it adds where it is found
     * @param written as the article writes it
     */
    record Weighted(Term term, int articles, double weight, double telling, String written) {
    }

    private static final class Reading {

        private final Languages languages;
        private final Map<Level, Map<String, Seen>> terms = Map.of(Level.STEM, new HashMap<>(), Level.PART, new HashMap<>());

        private Reading(Languages languages) {
            this.languages = languages;
        }

        private void read(String text, String language) {
            for (var word : Words.of(text)) {
                var forms = languages.forms(language, word);
                terms.forEach((level, seen) -> forms.at(level)
                        .forEach(form -> seen.computeIfAbsent(form, unseen -> new Seen(word)).add()));
            }
        }

        private HashSet<Term> asked() {
            var asked = new HashSet<Term>();
            terms.forEach((level, seen) -> seen.keySet().forEach(form -> {
                asked.add(new Term(Fields.all(level), form));
                asked.add(noun(form));
            }));
            return asked;
        }
    }

    private static final class Seen {

        private final String written;
        private int times;

        private Seen(Word first) {
            this.written = first.written();
        }

        private void add() {
            times++;
        }
    }
}
