package org.depesche.delivery.search.query;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.delivery.search.index.SimilarHit;
import org.depesche.delivery.search.index.SimilarQuery;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.query.SignificantTerms.WeightedTerm;

/**
 * Finds articles that are similar to an article, by its most significant terms, in the same language. Shared tags, a
 * shared category and a close publication date raise the score. Only the most similar version of a story is returned.
 */
public final class MoreLikeThis<Q> {

    /** How many significant terms of each level the query has. */
    private static final int MAX_TERMS = 120;
    /** The weight of a word is divided equally between its stem and its parts. */
    private static final float HALF = 0.5f;
    private static final int MAX_REASONS = 4;
    private static final int MAX_REASON_CANDIDATES = 40;
    private static final float TAG_BOOST = 0.06f;
    private static final float CATEGORY_BOOST = 0.02f;
    private static final float DATE_BOOST = 0.03f;
    private static final Duration DATE_HALF_LIFE = Duration.ofDays(30);
    /** A lower score is a coincidence. */
    private static final double MIN_SCORE = 0.04;
    /** A lower score needs a common tag, or two common significant words. */
    private static final double CLEAR_SCORE = 0.1;
    /** Texts with so many common word pairs are versions of one story. */
    private static final double SAME_STORY = 0.35;
    /** How many articles are fetched for each one that is returned, because versions of a story are dropped. */
    private static final int OVERFETCH = 3;

    private final IndexSnapshot<Q> snapshot;
    private final QueryBuilder<Q> queries;
    private final WordAnalyzers analyzers;

    public MoreLikeThis(IndexSnapshot<Q> snapshot, WordAnalyzers analyzers) {
        this.snapshot = snapshot;
        this.queries = snapshot.queryBuilder();
        this.analyzers = analyzers;
    }

    /** The most similar articles first. The list is empty when the article is not in the index. */
    public List<SimilarHit> find(SimilarQuery query) throws IOException {
        var source = snapshot.article(query.article());
        return source.isEmpty() ? List.of() : find(query, source.get());
    }

    private List<SimilarHit> find(SimilarQuery query, IndexSnapshot.IndexedArticle source) throws IOException {
        var significant = SignificantTerms.of(source.storedText(), snapshot.terms(), analyzers, MAX_TERMS);
        // a number explains nothing to a reader
        var reasons = significant.stems().stream().filter(stem -> stem.surfaceForm().codePoints().anyMatch(Character::isLetter))
                .limit(MAX_REASON_CANDIDATES).toList();
        var content = content(significant, Set.copyOf(reasons));
        var selfScore = snapshot.score(content, query.article());
        if (selfScore <= 0) {
            return List.of();
        }
        var context = new Context(query, source, selfScore, reasons);
        return distinctStories(snapshot.similar(query(context, content), query.limit() * OVERFETCH + 1), context);
    }

    private Q content(SignificantTerms significant, Set<WeightedTerm> reasons) {
        var content = new BooleanClauses<Q>();
        significant.stems().forEach(stem -> content.should(reasons.contains(stem) ? queries.namedTerm(stem.term(), boost(stem))
                : queries.term(stem.term(), boost(stem))));
        significant.parts().forEach(part -> content.should(queries.term(part.term(), boost(part))));
        return queries.bool(content);
    }

    private static float boost(WeightedTerm term) {
        return (float) term.weight() * HALF;
    }

    private BooleanClauses<Q> query(Context context, Q content) {
        var similarQuery = context.query();
        var query = new BooleanClauses<Q>().must(content).filter(queries.inLists(Set.of(similarQuery.site())))
                .mustNot(queries.ids(Set.of(similarQuery.article())));
        context.language().ifPresent(language -> query.filter(queries.inLists(Set.of(language))));
        context.lists(ListKind.TAG).forEach(tag -> query.should(queries.inLists(tag, context.selfScore() * TAG_BOOST)));
        context.lists(ListKind.CATEGORY)
                .forEach(category -> query.should(queries.inLists(category, context.selfScore() * CATEGORY_BOOST)));
        query.should(queries.distanceFeature(context.source().publishedAt(), DATE_HALF_LIFE, context.selfScore() * DATE_BOOST));
        new ListFilterClauses<>(queries).exclude(query, similarQuery.without(), similarQuery.except());
        return query;
    }

    private static List<SimilarHit> distinctStories(List<IndexSnapshot.SimilarDocument> candidates, Context context)
            throws IOException {
        var stories = new ArrayList<>(List.of(context.source().minHash()));
        var hits = new ArrayList<SimilarHit>();
        for (var candidate : candidates) {
            var similarity = Math.min(1, candidate.score() / context.selfScore());
            if (similarity < MIN_SCORE || hits.size() == context.query().limit()) {
                break;
            }
            var minHash = candidate.minHash();
            if (stories.stream().noneMatch(story -> story.similarity(minHash) >= SAME_STORY)) {
                var hit = hit(candidate, similarity, context);
                if (isRelated(hit)) {
                    stories.add(minHash);
                    hits.add(hit);
                }
            }
        }
        return hits;
    }

    /** Whether a reader would see what both have in common. Without a common subject, a low score comes from everyday words. */
    private static boolean isRelated(SimilarHit hit) {
        var reasons = hit.sharedWords().size() + 2 * hit.sharedTags().size();
        return reasons >= (hit.score() < CLEAR_SCORE ? 2 : 1);
    }

    private static SimilarHit hit(IndexSnapshot.SimilarDocument similar, double similarity, Context context)
            throws IOException {
        var tags = context.lists(ListKind.TAG);
        var sharedTags = similar.lists().stream().filter(tags::contains).map(ListKey::id).collect(Collectors.toSet());
        return new SimilarHit(similar.id(), Math.round(similarity * 1000) / 1000.0,
                sharedReasons(similar, context.reasonTerms()), sharedTags);
    }

    private static List<String> sharedReasons(IndexSnapshot.SimilarDocument similar, List<WeightedTerm> reasons)
            throws IOException {
        var words = new ArrayList<String>();
        for (var reason : reasons) {
            if (words.size() < MAX_REASONS && similar.hasTerm(reason.term())) {
                words.add(reason.surfaceForm());
            }
        }
        return words;
    }

    /**
     * The source article, and what its similarities are computed with.
     * @param selfScore the article's own score for the query, by which all scores are divided
     * @param reasonTerms the terms that are shown as reasons when both articles have them
     */
    private record Context(SimilarQuery query, IndexSnapshot.IndexedArticle source, float selfScore,
            List<WeightedTerm> reasonTerms) {

        /** The language without region and script: an article in {@code de-AT} is similar to one in {@code de}. */
        private Optional<ListKey> language() {
            return lists(ListKind.LANGUAGE).stream().min(Comparator.comparingInt(range -> range.value().length()));
        }

        private Set<ListKey> lists(ListKind kind) {
            return source.lists(query.site().site(), kind);
        }
    }
}
