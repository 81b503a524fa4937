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
 * Builds the query of words. A word scores in the field with its highest score, by its exact spelling, its stem and its
 * parts. Each level matches what the previous level matches, so that exact matches rank first.
 */
final class WordQueryBuilder<Q> {

    private static final float EXACT_BOOST = 0.4f;
    private static final float STEM_BOOST = 1f;
    private static final float PART_BOOST = 0.5f;
    /** The score of a correction, relative to an exact match. */
    private static final float CORRECTION = 0.5f;
    private static final float OTHER_FIELDS = 0.2f;
    /** The share of a query's words that have to match. */
    private static final double MIN_MATCH_SHARE = 0.6;
    private static final int MAX_REQUIRED_ALL = 2;

    private final QueryBuilder<Q> queries;
    private final QueryExpansion expansion;

    WordQueryBuilder(QueryBuilder<Q> queries, QueryExpansion expansion) {
        this.queries = queries;
        this.expansion = expansion;
    }

    /**
     * Builds the query.
     * @param isLoose whether one matching word is enough
     */
    Q build(ParsedQuery words, boolean isLoose) {
        var query = new BooleanClauses<Q>();
        var required = new ArrayList<Q>();
        for (var group : words.groups()) {
            var groupQuery = groupQuery(group);
            if (group.stream().anyMatch(Clause::isPhrase)) {
                query.must(groupQuery);
            } else if (hasContentWord(group)) {
                required.add(groupQuery);
            } else {
                query.should(groupQuery);
            }
        }
        addRequired(query, required, isLoose);
        words.excluded().forEach(clause -> query.mustNot(clauseQuery(clause)));
        return queries.bool(query);
    }

    private void addRequired(BooleanClauses<Q> query, List<Q> required, boolean isLoose) {
        var minimum = required.size() <= MAX_REQUIRED_ALL ? required.size()
                : (int) Math.ceil(required.size() * MIN_MATCH_SHARE);
        var optional = new BooleanClauses<Q>().minimumShouldMatch(isLoose ? 1 : minimum);
        required.forEach(optional::should);
        if (!required.isEmpty()) {
            query.must(queries.bool(optional));
        }
    }

    private boolean hasContentWord(List<Clause> group) {
        return group.stream().flatMap(clause -> clause.words().stream()).anyMatch(expansion::isContentWord);
    }

    private Q groupQuery(List<Clause> alternatives) {
        return alternatives.size() == 1 ? clauseQuery(alternatives.get(0))
                : queries.anyOf(alternatives.stream().map(this::clauseQuery).toList());
    }

    private Q clauseQuery(Clause clause) {
        return QueryExpansion.isPhrase(clause) ? phraseQuery(clause.words())
                : queries.allOf(clause.words().stream().map(this::wordQuery).toList(), 1);
    }

    /** Matches the exact words in their order. */
    private Q phraseQuery(List<Word> words) {
        var exact = words.stream().map(expansion::phraseTerm).toList();
        var alternatives = new ArrayList<Q>();
        for (var field : ArticleField.values()) {
            alternatives.add(queries.phrase(field.field(MatchLevel.EXACT), exact, field.boost() * words.size()));
        }
        return queries.disjunctionMax(alternatives, OTHER_FIELDS);
    }

    private Q wordQuery(Word word) {
        var pieces = word.hyphenParts();
        if (pieces.size() == 1) {
            return unhyphenated(word);
        }
        var all = queries.allOf(pieces.stream().map(this::unhyphenated).toList(), 1);
        return queries.disjunctionMax(List.of(unhyphenated(word.withoutHyphens()), all), OTHER_FIELDS);
    }

    private Q unhyphenated(Word word) {
        var forms = expansion.of(word);
        var alternatives = new ArrayList<Q>();
        for (var field : ArticleField.values()) {
            alternatives.add(levelsQuery(field, forms));
        }
        forms.corrections().forEach(correction -> {
            for (var field : ArticleField.values()) {
                alternatives.add(termQuery(field, MatchLevel.EXACT, correction, CORRECTION));
            }
        });
        return queries.disjunctionMax(alternatives, OTHER_FIELDS);
    }

    private Q levelsQuery(ArticleField field, ExpandedWord word) {
        var levels = new BooleanClauses<Q>();
        addLevel(levels, field, MatchLevel.EXACT, word.exact(), EXACT_BOOST);
        addLevel(levels, field, MatchLevel.STEM, word.stems(), STEM_BOOST);
        word.parts().forEach(parts -> levels.should(allParts(field, parts)));
        return queries.bool(levels);
    }

    private void addLevel(BooleanClauses<Q> levels, ArticleField field, MatchLevel level, Set<String> terms, float boost) {
        terms.forEach(term -> levels.should(termQuery(field, level, term, boost)));
    }

    private Q termQuery(ArticleField field, MatchLevel level, String term, float boost) {
        return queries.term(new FieldTerm(field.field(level), term), field.boost() * boost);
    }

    /** Matches compounds that have all parts of this compound. */
    private Q allParts(ArticleField articleField, List<String> parts) {
        var field = articleField.field(MatchLevel.PART);
        return queries.allOf(parts.stream().map(part -> queries.term(new FieldTerm(field, part), 1)).toList(),
                articleField.boost() * PART_BOOST / parts.size());
    }
}
