package org.depesche.delivery.search.query;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.language.Level;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.Words;

/** Finds headlines while their words are still being typed. */
public final class Beginnings<Q> {

    private final Snapshot<Q> snapshot;
    private final Queries<Q> queries;

    public Beginnings(Snapshot<Q> snapshot) {
        this.snapshot = snapshot;
        this.queries = snapshot.queries();
    }

    /** The newest first. */
    public List<UUID> of(String typed, ListKey site, int limit) throws IOException {
        var words = Words.of(typed).stream().flatMap(word -> word.divided().stream()).map(Word::exact).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        var query = new Combined<Q>().filter(queries.listed(Set.of(site)));
        for (var i = 0; i < words.size(); i++) {
            query.filter(word(words.get(i), i + 1 == words.size() && !endsWord(typed)));
        }
        return snapshot.newest(queries.combined(query), limit);
    }

    private Q word(String word, boolean isBeginning) {
        var term = new Term(Section.HEADLINE.field(Level.EXACT), word);
        return isBeginning ? queries.beginning(term) : queries.term(term, 1);
    }

    private static boolean endsWord(String typed) {
        return Character.isWhitespace(typed.charAt(typed.length() - 1));
    }
}
