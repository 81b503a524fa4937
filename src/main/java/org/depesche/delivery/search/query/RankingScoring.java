package org.depesche.delivery.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.depesche.delivery.search.document.ArticleField;
import org.depesche.delivery.search.document.FieldTerm;
import org.depesche.delivery.search.language.MatchLevel;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.query.QueryExpansion.ExpandedWord;

/**
 * Scores the best candidates of a search for their final order. A word scores in the field with its highest score, by its exact
 * spelling, its stem and its parts. Each level matches what the previous level matches, so that exact matches rank first.
 */
final class RankingScoring<Q> implements WordScoring<Q> {

    private final QueryBuilder<Q> queries;
    private final QueryExpansion expansion;

    RankingScoring(QueryBuilder<Q> queries, QueryExpansion expansion) {
        this.queries = queries;
        this.expansion = expansion;
    }

    @Override
    public Q required(Word word) {
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
        return queries.disjunctionMax(alternatives, OTHERS);
    }

    @Override
    public Q excluded(Word word) {
        return required(word);
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
