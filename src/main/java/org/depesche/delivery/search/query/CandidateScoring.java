package org.depesche.delivery.search.query;

import java.util.List;
import java.util.Set;

import org.depesche.delivery.search.document.FieldTerm;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.language.MatchLevel;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.query.QueryExpansion.ExpandedWord;

/**
 * Scores the candidates of a search, by few terms in the fields of the whole article, so that a backend need not read most
 * articles. This query also decides which articles match.
 */
final class CandidateScoring<Q> implements WordScoring<Q> {

    /**
     * A word that so many articles have is not searched in compounds by its parts. They would add articles that rank below
     * these, and reading the postings of frequent parts takes most of the time.
     */
    private static final int RARE = 400;

    private final QueryBuilder<Q> queries;
    private final QueryExpansion expansion;

    CandidateScoring(QueryBuilder<Q> queries, QueryExpansion expansion) {
        this.queries = queries;
        this.expansion = expansion;
    }

    @Override
    public Q required(Word word) {
        var forms = expansion.of(word);
        return query(forms, forms.frequency() <= RARE);
    }

    @Override
    public Q excluded(Word word) {
        return query(expansion.of(word), true);
    }

    private Q query(ExpandedWord forms, boolean withParts) {
        var clauses = new BooleanClauses<Q>();
        addTerms(clauses, MatchLevel.EXACT, forms.exact(), EXACT_BOOST);
        addTerms(clauses, MatchLevel.STEM, forms.stems(), STEM_BOOST);
        addTerms(clauses, MatchLevel.EXACT, forms.corrections(), CORRECTION);
        if (withParts) {
            forms.parts().forEach(parts -> clauses.should(allParts(parts)));
        }
        return queries.bool(clauses);
    }

    private void addTerms(BooleanClauses<Q> clauses, MatchLevel level, Set<String> terms, float boost) {
        terms.forEach(term -> clauses.should(term(level, term, boost)));
    }

    private Q allParts(List<String> parts) {
        return queries.allOf(parts.stream().map(part -> term(MatchLevel.PART, part, PART_BOOST / parts.size())).toList(), 1);
    }

    private Q term(MatchLevel level, String term, float boost) {
        return queries.term(new FieldTerm(IndexFields.all(level), term), boost);
    }
}
