package org.depesche.delivery.search.query;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.delivery.search.Likeness;
import org.depesche.delivery.search.LikenessQuery;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.query.Telling.Weighted;

/**
 * Finds what stands close to an article: by its most telling words, in the same language; shared tags, a shared category and
 * nearness in time tip the scales. Of several versions of one story the closest stands for all.
 */
public final class Similar<Q> {

    private static final int TERMS = 120;
    /** Of what a word is worth, its stem and its parts have one half each. */
    private static final float HALF = 0.5f;
    private static final int REASONS = 4;
    private static final int REASONS_LOOKED_AT = 40;
    private static final float TAG = 0.06f;
    private static final float CATEGORY = 0.02f;
    private static final float TIME = 0.03f;
    private static final Duration HALF_TIME = Duration.ofDays(30);
    /** Less in common is chance. */
    private static final double LEAST = 0.04;
    /** So much in common makes two texts versions of one story. */
    private static final double SAME_STORY = 0.35;
    /** What is fetched for one that is answered, as versions of a story fall away. */
    private static final int SPARE = 3;

    private final Snapshot<Q> snapshot;
    private final Queries<Q> queries;
    private final Languages languages;

    public Similar(Snapshot<Q> snapshot, Languages languages) {
        this.snapshot = snapshot;
        this.queries = snapshot.queries();
        this.languages = languages;
    }

    /** The closest first; none when the article is not in the index. */
    public List<Likeness> to(LikenessQuery asked) throws IOException {
        var source = snapshot.article(asked.article());
        return source.isEmpty() ? List.of() : to(asked, source.get());
    }

    private List<Likeness> to(LikenessQuery asked, Indexed source) throws IOException {
        var telling = Telling.of(source.wording(), snapshot.vocabulary(), languages, TERMS);
        // a number tells a reader nothing
        var reasons = telling.stems().stream().filter(stem -> stem.written().codePoints().anyMatch(Character::isLetter))
                .limit(REASONS_LOOKED_AT).toList();
        var content = content(telling, Set.copyOf(reasons));
        var whole = snapshot.score(content, asked.article());
        if (whole <= 0) {
            return List.of();
        }
        var asking = new Asking(asked, source, whole, reasons);
        return chosen(snapshot.near(query(asking, content), asked.limit() * SPARE + 1), asking);
    }

    private Q content(Telling telling, Set<Weighted> reasons) {
        var content = new Combined<Q>();
        telling.stems().forEach(stem -> content.should(reasons.contains(stem) ? queries.marked(stem.term(), worth(stem))
                : queries.term(stem.term(), worth(stem))));
        telling.parts().forEach(part -> content.should(queries.term(part.term(), worth(part))));
        return queries.combined(content);
    }

    private static float worth(Weighted term) {
        return (float) term.weight() * HALF;
    }

    private Combined<Q> query(Asking asking, Q content) {
        var asked = asking.query();
        var query = new Combined<Q>().must(content).filter(queries.listed(Set.of(asked.site())))
                .not(queries.articles(Set.of(asked.article())));
        asking.lists(ListKind.LANGUAGE).forEach(language -> query.filter(queries.listed(Set.of(language))));
        asking.lists(ListKind.TAG).forEach(tag -> query.should(queries.listed(tag, asking.whole() * TAG)));
        asking.lists(ListKind.CATEGORY)
                .forEach(category -> query.should(queries.listed(category, asking.whole() * CATEGORY)));
        query.should(queries.near(asking.source().publishedAt(), HALF_TIME, asking.whole() * TIME));
        new SelectionQueries<>(queries).without(query, asked.without(), asked.except());
        return query;
    }

    private static List<Likeness> chosen(List<Near> found, Asking asking) throws IOException {
        var stories = new ArrayList<>(List.of(asking.source().sketch()));
        var chosen = new ArrayList<Likeness>();
        for (var one : found) {
            var closeness = Math.min(1, one.score() / asking.whole());
            if (closeness < LEAST || chosen.size() == asking.query().limit()) {
                break;
            }
            var sketch = one.sketch();
            if (stories.stream().noneMatch(story -> story.share(sketch) >= SAME_STORY)) {
                stories.add(sketch);
                chosen.add(likeness(one, closeness, asking));
            }
        }
        return chosen;
    }

    private static Likeness likeness(Near near, double closeness, Asking asking) throws IOException {
        var tags = asking.lists(ListKind.TAG);
        var shared = near.lists().stream().filter(tags::contains).map(ListKey::id).collect(Collectors.toSet());
        return new Likeness(near.id(), Math.round(closeness * 1000) / 1000.0, shared(near, asking.reasons()), shared);
    }

    private static List<String> shared(Near near, List<Weighted> reasons) throws IOException {
        var shared = new ArrayList<String>();
        for (var word : reasons) {
            if (shared.size() < REASONS && near.has(word.term())) {
                shared.add(word.written());
            }
        }
        return shared;
    }

    /**
     * @param whole what the article scores for its own words: all others are measured by it
     * @param reasons words that are worth to be told when both have them
     */
    private record Asking(LikenessQuery query, Indexed source, float whole, List<Weighted> reasons) {

        private Set<ListKey> lists(ListKind kind) {
            return source.lists(query.site().site(), kind);
        }
    }
}
