package org.depesche.delivery.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.depesche.delivery.search.document.ArticleField;
import org.depesche.delivery.search.language.MatchLevel;
import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.delivery.search.language.ParsedQuery.Clause;
import org.depesche.delivery.search.language.Word;

/** Builds the query of the words of a search: required words, alternatives, phrases and excluded words. */
final class WordQueryBuilder<Q> {

    /** The share of a query's words that have to match. */
    private static final double MIN_MATCH_SHARE = 0.6;
    private static final int MAX_REQUIRED_ALL = 2;

    private final QueryBuilder<Q> queries;
    private final QueryExpansion expansion;
    private final WordScoring<Q> scoring;

    WordQueryBuilder(QueryBuilder<Q> queries, QueryExpansion expansion, WordScoring<Q> scoring) {
        this.queries = queries;
        this.expansion = expansion;
        this.scoring = scoring;
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
        words.excluded().forEach(clause -> query.mustNot(clauseQuery(clause, scoring::excluded)));
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
        return alternatives.size() == 1 ? clauseQuery(alternatives.get(0), scoring::required)
                : queries.anyOf(alternatives.stream().map(clause -> clauseQuery(clause, scoring::required)).toList());
    }

    private Q clauseQuery(Clause clause, Function<Word, Q> match) {
        return QueryExpansion.isPhrase(clause) ? phraseQuery(clause.words())
                : queries.allOf(clause.words().stream().map(word -> wordQuery(word, match)).toList(), 1);
    }

    /** Matches the exact words in their order. */
    private Q phraseQuery(List<Word> words) {
        var exact = words.stream().map(expansion::phraseTerm).toList();
        var alternatives = new ArrayList<Q>();
        for (var field : ArticleField.values()) {
            alternatives.add(queries.phrase(field.field(MatchLevel.EXACT), exact, field.boost() * words.size()));
        }
        return queries.disjunctionMax(alternatives, WordScoring.OTHERS);
    }

    private Q wordQuery(Word word, Function<Word, Q> match) {
        var pieces = word.hyphenParts();
        if (pieces.size() == 1) {
            return match.apply(word);
        }
        var all = queries.allOf(pieces.stream().map(match).toList(), 1);
        return queries.disjunctionMax(List.of(match.apply(word.withoutHyphens()), all), WordScoring.OTHERS);
    }
}
