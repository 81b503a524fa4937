package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.depesche.delivery.search.Found.Wording;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.language.Level;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.Words;

/**
 * The words of an article that say most about it: those it says often and others seldom. A word in its headline counts more
 * than one in its body, and in German a noun more than another.
 */
final class Telling {

    private static final float STEMS = 0.5f;
    private static final float PARTS = 0.5f;
    private static final double NOUN = 2;
    /** A word that so many articles have says nothing. */
    private static final double COMMON = 0.4;
    /** In a small newsroom everything is common. */
    private static final int FEW = 10;

    private final IndexReader reader;
    private final Languages languages;
    private final int most;
    private final Map<Level, Map<String, Seen>> terms = Map.of(Level.STEM, new HashMap<>(), Level.PART, new HashMap<>());

    private Telling(IndexReader reader, Languages languages, int most) {
        this.reader = reader;
        this.languages = languages;
        this.most = most;
    }

    /** @param most how many terms a level is asked for */
    static Telling of(Wording wording, IndexReader reader, Languages languages, int most) {
        var telling = new Telling(reader, languages, most);
        Stream.of(wording.kicker(), wording.headline(), wording.headline(), wording.teaser(), wording.body())
                .forEach(text -> telling.read(text, wording.language()));
        return telling;
    }

    private void read(String text, String language) {
        for (var word : Words.of(text)) {
            var forms = languages.forms(language, word);
            terms.forEach((level, seen) -> forms.at(level)
                    .forEach(form -> seen.computeIfAbsent(form, unseen -> new Seen(word)).add()));
        }
    }

    /** What is asked for, level by level. */
    Query query() throws IOException {
        var query = new BooleanQuery.Builder();
        for (var term : weighted(Level.STEM)) {
            query.add(of(term, STEMS), Occur.SHOULD);
        }
        for (var term : weighted(Level.PART)) {
            query.add(of(term, PARTS), Occur.SHOULD);
        }
        return query.build();
    }

    private static Query of(Weighted term, float share) {
        return new BoostQuery(new TermQuery(term.term()), (float) term.weight() * share);
    }

    /** The most telling first. */
    List<Weighted> weighted(Level level) throws IOException {
        var found = new ArrayList<Weighted>();
        var all = reader.maxDoc(); // like docFreq with what is deleted
        for (var seen : terms.get(level).entrySet()) {
            var term = new Term(Fields.all(level), seen.getKey());
            var articles = reader.docFreq(term);
            if (articles > 0 && articles <= Math.max(COMMON * all, FEW)) {
                var rarity = Math.log(1 + (all - articles + 0.5) / (articles + 0.5));
                var weight = Math.sqrt(seen.getValue().times) * rarity * nounness(seen.getKey(), articles);
                found.add(new Weighted(term, weight, weight * rarity, seen.getValue().written));
            }
        }
        found.sort(Comparator.comparingDouble(Weighted::telling).reversed());
        return found.subList(0, Math.min(most, found.size()));
    }

    /** 1 for what is never a noun, {@code NOUN} for what always is, by how all articles write it. */
    private double nounness(String form, int articles) throws IOException {
        return 1 + (NOUN - 1) * Math.min(1, (double) reader.docFreq(new Term(Fields.NOUNS, form)) / articles);
    }

    /**
     * @param weight in the query, which multiplies it with the rarity once more
     * @param telling what it adds where it is found
     * @param written as the article writes it
     */
    record Weighted(Term term, double weight, double telling, String written) {
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
