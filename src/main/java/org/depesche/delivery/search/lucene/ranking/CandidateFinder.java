package org.depesche.delivery.search.lucene.ranking;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Finds the articles with the best scores. The result equals that of Lucene's search except for rounding, but takes less time.
 * Lucene skips most articles when a query is a disjunction without conditions. Therefore this class searches the disjunction of
 * all scoring clauses. It evaluates the conditions and the optional bonus, such as that for a low age, only for articles that
 * may be among the best. It begins with the segment of the newest articles: those of an old segment have a low bonus at most,
 * so that few of them may be among the best. With 100,000 articles that were imported by date, this order halves the time of
 * one frequent word, and saves a fifth of that of a headline.
 */
public final class CandidateFinder {

    private final IndexSearcher searcher;
    private final Weight scoring;
    private final Weight matching;
    private final Weight bonus;
    private final List<Query> bonuses;
    private final TopScores best;

    /**
     * @param candidates a required query, filters, and an optional clause that adds to the score of each article, see
     *        {@link #suits}
     * @param limit the maximum number of articles
     */
    public CandidateFinder(IndexSearcher searcher, BooleanQuery candidates, int limit) throws IOException {
        this.searcher = searcher;
        this.best = new TopScores(limit);
        var clauses = new ArrayList<Query>();
        var additional = new ArrayList<Query>();
        var conditions = new BooleanQuery.Builder();
        for (var clause : candidates) {
            if (clause.getOccur() == Occur.MUST) {
                addScoring(clause.getQuery(), true, clauses);
            }
            if (clause.getOccur() == Occur.SHOULD) {
                additional.add(clause.getQuery());
            } else {
                conditions.add(clause);
            }
        }
        this.scoring = weight(Disjunction.of(clauses), ScoreMode.TOP_SCORES);
        this.matching = weight(conditions.build(), ScoreMode.COMPLETE_NO_SCORES);
        this.bonus = weight(Disjunction.of(additional), ScoreMode.TOP_SCORES);
        this.bonuses = additional;
    }

    private Weight weight(Query query, ScoreMode mode) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), mode, 1);
    }

    /**
     * Adds the queries whose scores add up to the score of a query, for each article that matches the whole.
     * @param isRequired whether every article matches the query; else its parts count only together
     */
    private static void addScoring(Query query, boolean isRequired, List<Query> clauses) {
        if (query instanceof BooleanQuery combined && (isRequired || isSum(combined))) {
            for (var clause : combined) {
                if (clause.isScoring()) {
                    addScoring(clause.getQuery(), isRequired && clause.getOccur() == Occur.MUST, clauses);
                }
            }
        } else {
            clauses.add(query);
        }
    }

    /** Whether each clause scores without the others. */
    private static boolean isSum(BooleanQuery query) {
        return query.clauses().size() == 1 && query.clauses().get(0).isScoring()
                || query.clauses().stream().allMatch(clause -> clause.getOccur() == Occur.SHOULD)
                        && query.getMinimumNumberShouldMatch() <= 1;
    }

    /**
     * Whether this class takes less time than Lucene's search. It does not for two required words: few articles have both, and
     * Lucene reads no others. The query needs an optional clause in which each article has a score, such as its age.
     */
    public static boolean suits(BooleanQuery candidates) {
        return candidates.clauses().stream().anyMatch(clause -> clause.getOccur() == Occur.SHOULD)
                && candidates.clauses().stream().filter(BooleanClause::isRequired).filter(BooleanClause::isScoring)
                        .noneMatch(clause -> isConjunction(clause.getQuery()));
    }

    private static boolean isConjunction(Query query) {
        if (query instanceof BooleanQuery combined) {
            var required = combined.clauses().stream().filter(BooleanClause::isRequired).toList();
            var optional = combined.clauses().stream().filter(clause -> clause.getOccur() == Occur.SHOULD).count();
            return required.size() > 1 || optional > 1 && optional == combined.getMinimumNumberShouldMatch()
                    || required.stream().anyMatch(clause -> isConjunction(clause.getQuery()));
        }
        return false;
    }

    /** The best articles, the best first. Their total is not counted. */
    public TopDocs topDocs() throws IOException {
        for (var segment : segments()) {
            var leaf = segment.leaf;
            var scorer = scoring.bulkScorer(leaf);
            var matches = matching.scorer(leaf);
            var age = bonus.scorer(leaf);
            if (scorer != null && matches != null && age != null) {
                scorer.score(new BestOfSegment(segment, matches, age), leaf.reader().getLiveDocs(), 0,
                        DocIdSetIterator.NO_MORE_DOCS);
            }
        }
        return best.topDocs();
    }

    /** The segment with the highest possible bonus comes first, so that fewer articles of the others may be among the best. */
    private List<Segment> segments() throws IOException {
        var segments = new ArrayList<Segment>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            segments.add(new Segment(leaf, maxBonus(leaf)));
        }
        segments.sort(Comparator.comparingDouble(Segment::maxBonus).reversed());
        return segments;
    }

    private float maxBonus(LeafReaderContext leaf) throws IOException {
        var sum = 0f;
        for (var query : bonuses) {
            sum += query instanceof NearnessQuery nearness ? nearness.maxScore(leaf) : Float.POSITIVE_INFINITY;
        }
        return sum;
    }

    private record Segment(LeafReaderContext leaf, float maxBonus) {
    }

    /** Adds the articles of one segment that are among the best. */
    private final class BestOfSegment implements LeafCollector {

        private final int docBase;
        private final @Nullable TwoPhaseIterator check;
        private final DocIdSetIterator matches;
        private final Scorer bonus;
        private final float maxBonus;
        private @Nullable Scorable scorer;

        private BestOfSegment(Segment segment, Scorer matches, Scorer bonus) throws IOException {
            this.docBase = segment.leaf.docBase;
            this.check = matches.twoPhaseIterator();
            this.matches = check == null ? matches.iterator() : check.approximation();
            this.bonus = bonus;
            this.maxBonus = Math.min(segment.maxBonus, bonus.getMaxScore(DocIdSetIterator.NO_MORE_DOCS));
        }

        @Override
        public void setScorer(Scorable newScorer) throws IOException {
            scorer = newScorer;
            skipLowScores();
        }

        private void skipLowScores() throws IOException {
            var needed = best.threshold() - maxBonus;
            if (needed > 0) {
                requireNonNull(scorer).setMinCompetitiveScore(needed);
            }
        }

        @Override
        public void collect(int article) throws IOException {
            var score = requireNonNull(scorer).score();
            if (best.mayBeCompetitive(score + maxBonus)) {
                var whole = score + (advance(bonus.iterator(), article) ? bonus.score() : 0);
                if (best.mayBeCompetitive(whole) && isMatch(article)) {
                    best.insertWithOverflow(new ScoreDoc(docBase + article, whole));
                    skipLowScores();
                }
            }
        }

        private boolean isMatch(int article) throws IOException {
            return advance(matches, article) && (check == null || check.matches());
        }
    }

    private static boolean advance(DocIdSetIterator articles, int article) throws IOException {
        return (articles.docID() < article ? articles.advance(article) : articles.docID()) == article;
    }
}
