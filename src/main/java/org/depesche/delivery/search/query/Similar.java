package org.depesche.delivery.search.query;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

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
        var reasons = telling.stems().subList(0, Math.min(telling.stems().size(), REASONS_LOOKED_AT));
        var content = content(telling, reasons.size());
        var whole = snapshot.best(queries.combined(new Combined<Q>().must(content).filter(itself(asked))));
        if (whole <= 0) {
            return List.of();
        }
        var found = snapshot.near(query(asked, source, content, whole), asked.limit() * SPARE + 1);
        return chosen(found, source, whole, reasons, asked);
    }

    private Q content(Telling telling, int reasons) {
        var content = new Combined<Q>();
        for (var i = 0; i < telling.stems().size(); i++) {
            var stem = telling.stems().get(i);
            content.should(i < reasons ? queries.marked(stem.term(), worth(stem)) : queries.term(stem.term(), worth(stem)));
        }
        telling.parts().forEach(part -> content.should(queries.term(part.term(), worth(part))));
        return queries.combined(content);
    }

    private static float worth(Weighted term) {
        return (float) term.weight() * HALF;
    }

    private Q itself(LikenessQuery asked) {
        return queries.articles(Set.of(asked.article()));
    }

    private Q query(LikenessQuery asked, Indexed source, Q content, float whole) {
        var site = asked.site().site();
        var query = new Combined<Q>().must(content).filter(queries.listed(Set.of(asked.site()))).not(itself(asked));
        source.lists(site, ListKind.LANGUAGE).forEach(language -> query.filter(queries.listed(Set.of(language))));
        source.lists(site, ListKind.TAG).forEach(tag -> query.should(queries.listed(tag, whole * TAG)));
        source.lists(site, ListKind.CATEGORY).forEach(category -> query.should(queries.listed(category, whole * CATEGORY)));
        query.should(queries.near(source.publishedAt(), HALF_TIME, whole * TIME));
        new SelectionQueries<>(queries).without(query, asked.without(), asked.except());
        return queries.combined(query);
    }

    private List<Likeness> chosen(List<Near> found, Indexed source, float whole, List<Weighted> reasons, LikenessQuery asked)
            throws IOException {
        var tags = source.lists(asked.site().site(), ListKind.TAG);
        var stories = new ArrayList<>(List.of(source.sketch()));
        var chosen = new ArrayList<Likeness>();
        for (var one : found) {
            var closeness = Math.min(1, one.score() / whole);
            if (closeness < LEAST || chosen.size() == asked.limit()) {
                break;
            }
            var sketch = one.sketch();
            if (stories.stream().noneMatch(story -> story.share(sketch) >= SAME_STORY)) {
                stories.add(sketch);
                chosen.add(likeness(one, closeness, reasons, tags));
            }
        }
        return chosen;
    }

    private static Likeness likeness(Near near, double closeness, List<Weighted> reasons, Set<ListKey> tags)
            throws IOException {
        var shared = new HashSet<UUID>();
        near.lists().stream().filter(tags::contains).forEach(tag -> shared.add(tag.id()));
        return new Likeness(near.id(), Math.round(closeness * 1000) / 1000.0, shared(near, reasons), shared);
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
}
