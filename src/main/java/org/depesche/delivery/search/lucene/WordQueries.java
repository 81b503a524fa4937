package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.depesche.delivery.search.language.Forms;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.language.Level;
import org.depesche.delivery.search.language.QueryWords;
import org.depesche.delivery.search.language.QueryWords.Clause;
import org.depesche.delivery.search.language.Word;

/**
 * Turns words into a query. A word scores in the section where it is worth most, and there as it was written, by its stem and
 * by its parts: each level finds what the one before it finds, so what is meant exactly comes first.
 */
final class WordQueries {

    /** In which languages the words of a query may be meant: people do not say. */
    private static final List<String> LANGUAGES = List.of("de", "en", "");
    private static final float EXACT = 0.4f;
    private static final float STEM = 1f;
    private static final float PART = 0.5f;
    /** What a word is worth that is one typing error away from one that is there. */
    private static final float MISTYPED = 0.5f;
    private static final float OTHER_SECTIONS = 0.2f;
    /** Of many words, how many have to be there. */
    private static final double ENOUGH = 0.6;
    private static final int FEW = 2;

    private final Languages languages;
    private final Corrections corrections;
    private final IndexReader reader;
    private int corrected;

    WordQueries(Languages languages, IndexReader reader) {
        this.languages = languages;
        this.corrections = new Corrections(reader);
        this.reader = reader;
    }

    /** @param isLoose whether one word of several is enough */
    Query of(QueryWords words, boolean isLoose) throws IOException {
        var query = new BooleanQuery.Builder();
        var wanted = new ArrayList<Query>();
        for (var group : words.groups()) {
            var one = group(group);
            if (group.stream().anyMatch(Clause::isPhrase)) {
                query.add(one, Occur.MUST);
            } else if (isTelling(group)) {
                wanted.add(one);
            } else {
                query.add(one, Occur.SHOULD);
            }
        }
        add(query, wanted, isLoose);
        for (var clause : words.excluded()) {
            query.add(clause(clause), Occur.MUST_NOT);
        }
        return query.build();
    }

    private static void add(BooleanQuery.Builder query, List<Query> wanted, boolean isLoose) {
        var enough = wanted.size() <= FEW ? wanted.size() : (int) Math.ceil(wanted.size() * ENOUGH);
        var needed = new BooleanQuery.Builder().setMinimumNumberShouldMatch(isLoose ? 1 : enough);
        wanted.forEach(one -> needed.add(one, Occur.SHOULD));
        if (!wanted.isEmpty()) {
            query.add(needed.build(), Occur.MUST);
        }
    }

    private boolean isTelling(List<Clause> group) {
        return group.stream().flatMap(clause -> clause.words().stream())
                .anyMatch(word -> LANGUAGES.stream().noneMatch(language -> languages.forms(language, word).stems().isEmpty()));
    }

    private Query group(List<Clause> alternatives) throws IOException {
        if (alternatives.size() == 1) {
            return clause(alternatives.get(0));
        }
        var any = new BooleanQuery.Builder();
        for (var clause : alternatives) {
            any.add(clause(clause), Occur.SHOULD);
        }
        return any.build();
    }

    private Query clause(Clause clause) throws IOException {
        if (clause.isPhrase() && clause.words().size() > 1) {
            return phrase(clause.words());
        }
        var all = new BooleanQuery.Builder();
        for (var word : clause.words()) {
            all.add(word(word), Occur.MUST);
        }
        return all.build();
    }

    /** As written, or with other endings for less: who quotes means the words, not always their case. */
    private Query phrase(List<Word> words) {
        var any = new ArrayList<Query>();
        for (var section : Section.values()) {
            var exact = new PhraseQuery.Builder();
            words.forEach(word -> exact.add(new Term(section.field(Level.EXACT), joined(word))));
            any.add(new BoostQuery(exact.build(), section.boost() * words.size()));
        }
        return new DisjunctionMaxQuery(any, OTHER_SECTIONS);
    }

    // of a hyphened word the whole stands where its first piece does
    private String joined(Word word) {
        var exact = languages.forms("", word).exact();
        return exact.isEmpty() ? word.written() : exact.get(exact.size() - 1);
    }

    private Query word(Word word) throws IOException {
        var pieces = word.divided();
        if (pieces.size() == 1) {
            return simple(word);
        }
        var all = new BooleanQuery.Builder();
        for (var piece : pieces) {
            all.add(simple(piece), Occur.MUST);
        }
        return new DisjunctionMaxQuery(List.of(simple(word.whole()), all.build()), OTHER_SECTIONS);
    }

    private Query simple(Word word) throws IOException {
        var known = LANGUAGES.stream().map(language -> languages.forms(language, word)).toList();
        var exact = united(known, Forms::exact);
        var stems = united(known, Forms::stems);
        var parts = known.stream().map(Forms::parts).filter(some -> !some.isEmpty()).collect(Collectors.toSet());
        var any = new ArrayList<Query>();
        for (var section : Section.values()) {
            var levels = new BooleanQuery.Builder();
            exact.forEach(form -> add(levels, section, Level.EXACT, form, EXACT));
            stems.forEach(form -> add(levels, section, Level.STEM, form, STEM));
            parts.forEach(some -> levels.add(boosted(all(section, some), section.boost() * PART / some.size()), Occur.SHOULD));
            any.add(levels.build());
        }
        if (corrected < Corrections.MOST_WORDS && !isThere(Level.STEM, stems)
                && !isThere(Level.PART, united(known, Forms::parts))) {
            addCorrections(any, exact);
        }
        return new DisjunctionMaxQuery(any, OTHER_SECTIONS);
    }

    private void addCorrections(List<Query> any, Set<String> exact) throws IOException {
        corrected++;
        for (var form : exact) {
            for (var near : corrections.of(form)) {
                for (var section : Section.values()) {
                    any.add(boosted(new TermQuery(new Term(section.field(Level.EXACT), near)), section.boost() * MISTYPED));
                }
            }
        }
    }

    private boolean isThere(Level level, Set<String> forms) throws IOException {
        for (var form : forms) {
            if (reader.docFreq(new Term(Fields.all(level), form)) > 0) {
                return true;
            }
        }
        return false;
    }

    private static void add(BooleanQuery.Builder levels, Section section, Level level, String form, float weight) {
        levels.add(boosted(new TermQuery(new Term(section.field(level), form)), section.boost() * weight), Occur.SHOULD);
    }

    /** A compound is also what has all of its parts. */
    private static Query all(Section section, List<String> parts) {
        var all = new BooleanQuery.Builder();
        parts.forEach(part -> all.add(new TermQuery(new Term(section.field(Level.PART), part)), Occur.MUST));
        return all.build();
    }

    private static Set<String> united(List<Forms> known, Function<Forms, List<String>> level) {
        return known.stream().flatMap(forms -> level.apply(forms).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Query boosted(Query query, float boost) {
        return new BoostQuery(query, boost);
    }
}
