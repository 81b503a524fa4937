package org.depesche.delivery.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.depesche.delivery.search.document.ArticleField;
import org.depesche.delivery.search.document.FieldTerm;
import org.depesche.delivery.search.language.MatchLevel;
import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.delivery.search.language.ParsedQuery.Clause;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.query.QueryExpansion.ExpandedWord;

/**
 * Turns words into a query. A word scores in the section where it is worth most, and there as it was written, by its stem and
 * by its parts: each level finds what the one before it finds, so what is meant exactly comes first.
 */
final class WordQueryBuilder<Q> {

    private static final float EXACT = 0.4f;
    private static final float STEM = 1f;
    private static final float PART = 0.5f;
    /** What a word is worth that is one typing error away from one that is there. */
    private static final float CORRECTION = 0.5f;
    private static final float OTHER_SECTIONS = 0.2f;
    /** Of many words, how many have to be there. */
    private static final double MIN_SHARE = 0.6;
    private static final int FEW = 2;

    private final QueryBuilder<Q> queries;
    private final QueryExpansion meant;

    WordQueryBuilder(QueryBuilder<Q> queries, QueryExpansion meant) {
        this.queries = queries;
        this.meant = meant;
    }

    /** @param isLoose whether one word of several is enough */
    Q build(ParsedQuery words, boolean isLoose) {
        var query = new BooleanClauses<Q>();
        var wanted = new ArrayList<Q>();
        for (var group : words.groups()) {
            var one = group(group);
            if (group.stream().anyMatch(Clause::isPhrase)) {
                query.must(one);
            } else if (hasContentWord(group)) {
                wanted.add(one);
            } else {
                query.should(one);
            }
        }
        add(query, wanted, isLoose);
        words.excluded().forEach(clause -> query.mustNot(clause(clause)));
        return queries.bool(query);
    }

    private void add(BooleanClauses<Q> query, List<Q> wanted, boolean isLoose) {
        var enough = wanted.size() <= FEW ? wanted.size() : (int) Math.ceil(wanted.size() * MIN_SHARE);
        var needed = new BooleanClauses<Q>().minimumShouldMatch(isLoose ? 1 : enough);
        wanted.forEach(needed::should);
        if (!wanted.isEmpty()) {
            query.must(queries.bool(needed));
        }
    }

    private boolean hasContentWord(List<Clause> group) {
        return group.stream().flatMap(clause -> clause.words().stream()).anyMatch(meant::isContentWord);
    }

    private Q group(List<Clause> alternatives) {
        return alternatives.size() == 1 ? clause(alternatives.get(0))
                : queries.anyOf(alternatives.stream().map(this::clause).toList());
    }

    private Q clause(Clause clause) {
        return QueryExpansion.isPhrase(clause) ? phrase(clause.words())
                : queries.allOf(clause.words().stream().map(this::word).toList(), 1);
    }

    /** As written, or with other endings for less: who quotes means the words, not always their case. */
    private Q phrase(List<Word> words) {
        var exact = words.stream().map(meant::phraseTerm).toList();
        var any = new ArrayList<Q>();
        for (var section : ArticleField.values()) {
            any.add(queries.phrase(section.field(MatchLevel.EXACT), exact, section.boost() * words.size()));
        }
        return queries.disjunctionMax(any, OTHER_SECTIONS);
    }

    private Q word(Word word) {
        var pieces = word.hyphenParts();
        if (pieces.size() == 1) {
            return simple(word);
        }
        var all = queries.allOf(pieces.stream().map(this::simple).toList(), 1);
        return queries.disjunctionMax(List.of(simple(word.withoutHyphens()), all), OTHER_SECTIONS);
    }

    private Q simple(Word word) {
        var forms = meant.of(word);
        var any = new ArrayList<Q>();
        for (var section : ArticleField.values()) {
            any.add(levels(section, forms));
        }
        forms.corrections().forEach(near -> {
            for (var section : ArticleField.values()) {
                any.add(term(section, MatchLevel.EXACT, near, CORRECTION));
            }
        });
        return queries.disjunctionMax(any, OTHER_SECTIONS);
    }

    private Q levels(ArticleField section, ExpandedWord forms) {
        var levels = new BooleanClauses<Q>();
        add(levels, section, MatchLevel.EXACT, forms.exact(), EXACT);
        add(levels, section, MatchLevel.STEM, forms.stems(), STEM);
        forms.parts().forEach(parts -> levels.should(all(section, parts)));
        return queries.bool(levels);
    }

    private void add(BooleanClauses<Q> levels, ArticleField section, MatchLevel level, Set<String> forms, float weight) {
        forms.forEach(form -> levels.should(term(section, level, form, weight)));
    }

    private Q term(ArticleField section, MatchLevel level, String form, float weight) {
        return queries.term(new FieldTerm(section.field(level), form), section.boost() * weight);
    }

    /** A compound is also what has all of its parts. */
    private Q all(ArticleField section, List<String> parts) {
        var field = section.field(MatchLevel.PART);
        return queries.allOf(parts.stream().map(part -> queries.term(new FieldTerm(field, part), 1)).toList(),
                section.boost() * PART / parts.size());
    }
}
