package org.depesche.delivery.search.query;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.delivery.search.index.SimilarHit;
import org.depesche.delivery.search.index.SimilarQuery;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.query.SignificantTerms.WeightedTerm;

/**
 * Finds what stands close to an article: by its most telling words, in the same language; shared tags, a shared category and
 * nearness in time tip the scales. Of several versions of one story the closest stands for all.
 */
public final class MoreLikeThis<Q> {

    private static final int TERMS = 120;
    /** Of what a word is worth, its stem and its parts have one half each. */
    private static final float HALF = 0.5f;
    private static final int MAX_REASONS = 4;
    private static final int MAX_REASON_CANDIDATES = 40;
    private static final float TAG = 0.06f;
    private static final float CATEGORY = 0.02f;
    private static final float TIME = 0.03f;
    private static final Duration HALF_TIME = Duration.ofDays(30);
    /** Less in common is chance. */
    private static final double MIN_SCORE = 0.04;
    /** So much in common makes two texts versions of one story. */
    private static final double SAME_STORY = 0.35;
    /** What is fetched for one that is answered, as versions of a story fall away. */
    private static final int OVERFETCH = 3;

    private final IndexSnapshot<Q> snapshot;
    private final QueryBuilder<Q> queries;
    private final WordAnalyzers languages;

    public MoreLikeThis(IndexSnapshot<Q> snapshot, WordAnalyzers languages) {
        this.snapshot = snapshot;
        this.queries = snapshot.queryBuilder();
        this.languages = languages;
    }

    /** The closest first; none when the article is not in the index. */
    public List<SimilarHit> find(SimilarQuery asked) throws IOException {
        var source = snapshot.article(asked.article());
        return source.isEmpty() ? List.of() : find(asked, source.get());
    }

    private List<SimilarHit> find(SimilarQuery asked, IndexSnapshot.IndexedArticle source) throws IOException {
        var telling = SignificantTerms.of(source.storedText(), snapshot.terms(), languages, TERMS);
        // a number tells a reader nothing
        var reasons = telling.stems().stream().filter(stem -> stem.surfaceForm().codePoints().anyMatch(Character::isLetter))
                .limit(MAX_REASON_CANDIDATES).toList();
        var content = content(telling, Set.copyOf(reasons));
        var whole = snapshot.score(content, asked.article());
        if (whole <= 0) {
            return List.of();
        }
        var asking = new Context(asked, source, whole, reasons);
        return distinctStories(snapshot.similar(query(asking, content), asked.limit() * OVERFETCH + 1), asking);
    }

    private Q content(SignificantTerms telling, Set<WeightedTerm> reasons) {
        var content = new BooleanClauses<Q>();
        telling.stems().forEach(stem -> content.should(reasons.contains(stem) ? queries.namedTerm(stem.term(), worth(stem))
                : queries.term(stem.term(), worth(stem))));
        telling.parts().forEach(part -> content.should(queries.term(part.term(), worth(part))));
        return queries.bool(content);
    }

    private static float worth(WeightedTerm term) {
        return (float) term.weight() * HALF;
    }

    private BooleanClauses<Q> query(Context asking, Q content) {
        var asked = asking.query();
        var query = new BooleanClauses<Q>().must(content).filter(queries.inLists(Set.of(asked.site())))
                .mustNot(queries.ids(Set.of(asked.article())));
        asking.lists(ListKind.LANGUAGE).forEach(language -> query.filter(queries.inLists(Set.of(language))));
        asking.lists(ListKind.TAG).forEach(tag -> query.should(queries.inLists(tag, asking.selfScore() * TAG)));
        asking.lists(ListKind.CATEGORY)
                .forEach(category -> query.should(queries.inLists(category, asking.selfScore() * CATEGORY)));
        query.should(queries.distanceFeature(asking.source().publishedAt(), HALF_TIME, asking.selfScore() * TIME));
        new SelectionFilters<>(queries).exclude(query, asked.without(), asked.except());
        return query;
    }

    private static List<SimilarHit> distinctStories(List<IndexSnapshot.SimilarDocument> found, Context asking)
            throws IOException {
        var stories = new ArrayList<>(List.of(asking.source().minHash()));
        var chosen = new ArrayList<SimilarHit>();
        for (var one : found) {
            var closeness = Math.min(1, one.score() / asking.selfScore());
            if (closeness < MIN_SCORE || chosen.size() == asking.query().limit()) {
                break;
            }
            var sketch = one.minHash();
            if (stories.stream().noneMatch(story -> story.similarity(sketch) >= SAME_STORY)) {
                stories.add(sketch);
                chosen.add(likeness(one, closeness, asking));
            }
        }
        return chosen;
    }

    private static SimilarHit likeness(IndexSnapshot.SimilarDocument near, double closeness, Context asking)
            throws IOException {
        var tags = asking.lists(ListKind.TAG);
        var shared = near.lists().stream().filter(tags::contains).map(ListKey::id).collect(Collectors.toSet());
        return new SimilarHit(near.id(), Math.round(closeness * 1000) / 1000.0, shared(near, asking.reasonTerms()), shared);
    }

    private static List<String> shared(IndexSnapshot.SimilarDocument near, List<WeightedTerm> reasons) throws IOException {
        var shared = new ArrayList<String>();
        for (var word : reasons) {
            if (shared.size() < MAX_REASONS && near.hasTerm(word.term())) {
                shared.add(word.surfaceForm());
            }
        }
        return shared;
    }

    /**
     * @param whole what the article scores for its own words: all others are measured by it
     * @param reasons words that are worth to be told when both have them
     */
    private record Context(SimilarQuery query, IndexSnapshot.IndexedArticle source, float selfScore,
            List<WeightedTerm> reasonTerms) {

        private Set<ListKey> lists(ListKind kind) {
            return source.lists(query.site().site(), kind);
        }
    }
}
