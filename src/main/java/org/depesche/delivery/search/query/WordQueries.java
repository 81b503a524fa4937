package org.depesche.delivery.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.depesche.delivery.search.language.Level;
import org.depesche.delivery.search.language.QueryWords;
import org.depesche.delivery.search.language.QueryWords.Clause;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.query.MeantWords.MeantWord;

/**
 * Turns words into a query. A word scores in the section where it is worth most, and there as it was written, by its stem and
 * by its parts: each level finds what the one before it finds, so what is meant exactly comes first.
 */
final class WordQueries<Q> {

    private static final float EXACT = 0.4f;
    private static final float STEM = 1f;
    private static final float PART = 0.5f;
    /** What a word is worth that is one typing error away from one that is there. */
    private static final float MISTYPED = 0.5f;
    private static final float OTHER_SECTIONS = 0.2f;
    /** Of many words, how many have to be there. */
    private static final double ENOUGH = 0.6;
    private static final int FEW = 2;

    private final Queries<Q> queries;
    private final MeantWords meant;

    WordQueries(Queries<Q> queries, MeantWords meant) {
        this.queries = queries;
        this.meant = meant;
    }

    /** @param isLoose whether one word of several is enough */
    Q of(QueryWords words, boolean isLoose) {
        var query = new Combined<Q>();
        var wanted = new ArrayList<Q>();
        for (var group : words.groups()) {
            var one = group(group);
            if (group.stream().anyMatch(Clause::isPhrase)) {
                query.must(one);
            } else if (isTelling(group)) {
                wanted.add(one);
            } else {
                query.should(one);
            }
        }
        add(query, wanted, isLoose);
        words.excluded().forEach(clause -> query.not(clause(clause)));
        return queries.combined(query);
    }

    private void add(Combined<Q> query, List<Q> wanted, boolean isLoose) {
        var enough = wanted.size() <= FEW ? wanted.size() : (int) Math.ceil(wanted.size() * ENOUGH);
        var needed = new Combined<Q>().least(isLoose ? 1 : enough);
        wanted.forEach(needed::should);
        if (!wanted.isEmpty()) {
            query.must(queries.combined(needed));
        }
    }

    private boolean isTelling(List<Clause> group) {
        return group.stream().flatMap(clause -> clause.words().stream()).anyMatch(meant::isTelling);
    }

    private Q group(List<Clause> alternatives) {
        return alternatives.size() == 1 ? clause(alternatives.get(0))
                : queries.any(alternatives.stream().map(this::clause).toList());
    }

    private Q clause(Clause clause) {
        return MeantWords.isPhrase(clause) ? phrase(clause.words())
                : queries.all(clause.words().stream().map(this::word).toList(), 1);
    }

    /** As written, or with other endings for less: who quotes means the words, not always their case. */
    private Q phrase(List<Word> words) {
        var exact = words.stream().map(meant::joined).toList();
        var any = new ArrayList<Q>();
        for (var section : Section.values()) {
            any.add(queries.phrase(section.field(Level.EXACT), exact, section.boost() * words.size()));
        }
        return queries.best(any, OTHER_SECTIONS);
    }

    private Q word(Word word) {
        var pieces = word.divided();
        if (pieces.size() == 1) {
            return simple(word);
        }
        var all = queries.all(pieces.stream().map(this::simple).toList(), 1);
        return queries.best(List.of(simple(word.whole()), all), OTHER_SECTIONS);
    }

    private Q simple(Word word) {
        var forms = meant.of(word);
        var any = new ArrayList<Q>();
        for (var section : Section.values()) {
            any.add(levels(section, forms));
        }
        forms.near().forEach(near -> {
            for (var section : Section.values()) {
                any.add(term(section, Level.EXACT, near, MISTYPED));
            }
        });
        return queries.best(any, OTHER_SECTIONS);
    }

    private Q levels(Section section, MeantWord forms) {
        var levels = new Combined<Q>();
        add(levels, section, Level.EXACT, forms.exact(), EXACT);
        add(levels, section, Level.STEM, forms.stems(), STEM);
        forms.parts().forEach(parts -> levels.should(all(section, parts)));
        return queries.combined(levels);
    }

    private void add(Combined<Q> levels, Section section, Level level, Set<String> forms, float weight) {
        forms.forEach(form -> levels.should(term(section, level, form, weight)));
    }

    private Q term(Section section, Level level, String form, float weight) {
        return queries.term(new Term(section.field(level), form), section.boost() * weight);
    }

    /** A compound is also what has all of its parts. */
    private Q all(Section section, List<String> parts) {
        var field = section.field(Level.PART);
        return queries.all(parts.stream().map(part -> queries.term(new Term(field, part), 1)).toList(),
                section.boost() * PART / parts.size());
    }
}
