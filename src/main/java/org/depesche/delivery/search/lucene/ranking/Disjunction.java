package org.depesche.delivery.search.lucene.ranking;

import java.util.List;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** A query that matches what any of its clauses matches, and whose score is the sum of theirs. */
final class Disjunction {

    private Disjunction() {
    }

    static BooleanQuery of(List<Query> clauses) {
        var query = new BooleanQuery.Builder();
        clauses.forEach(clause -> query.add(clause, Occur.SHOULD));
        return query.build();
    }
}
