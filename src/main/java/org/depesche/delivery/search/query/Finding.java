package org.depesche.delivery.search.query;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import org.depesche.delivery.search.SearchQuery;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.language.QueryWords;
import org.depesche.delivery.search.query.Snapshot.Answer;
import org.depesche.delivery.search.query.Snapshot.Page;

/** Answers one search from one state of the index. */
public final class Finding<Q> {

    /** What the newest article is worth more than an old one: about as much as a word of its text. */
    private static final float FRESH = 0.8f;
    /** After so long an article is half as fresh. */
    private static final Duration HALF_AGE = Duration.ofDays(90);

    private final Snapshot<Q> snapshot;
    private final Queries<Q> queries;
    private final Languages languages;

    public Finding(Snapshot<Q> snapshot, Languages languages) {
        this.snapshot = snapshot;
        this.queries = snapshot.queries();
        this.languages = languages;
    }

    public Answer of(SearchQuery asked) throws IOException {
        var words = QueryWords.of(asked.words());
        if (words.groups().isEmpty()) {
            return Answer.NOTHING;
        }
        var meant = new WordQueries<>(queries, MeantWords.of(words, snapshot.vocabulary(), languages));
        var answer = answer(asked, meant.of(words, false));
        return answer.total() == 0 ? answer(asked, meant.of(words, true)) : answer;
    }

    private Answer answer(SearchQuery asked, Q words) throws IOException {
        var selected = new Combined<Q>().must(words);
        new SelectionQueries<>(queries).add(selected, asked.selection(), asked.except());
        var query = queries.combined(selected);
        var site = asked.selection().groups().get(0).iterator().next().site();
        return snapshot.answer(query,
                new Page<>(fresh(query, asked.now()), asked.skipped(), asked.limit(), site, asked.facets()));
    }

    private Q fresh(Q query, Instant now) {
        return queries.combined(new Combined<Q>().must(query).should(queries.near(now, HALF_AGE, FRESH)));
    }
}
